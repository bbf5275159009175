package org.redress.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Sign-in of calls, which send their password every time. One that was verified is recognised again for a short while
 * ({@link SignInSettings#apiMemory()}) by its HMAC under a key of this process: neither BCrypt nor a statement, and nothing in memory
 * that gives the password away.
 */
@Component
class ApiSignIn implements AuthenticationProvider {

    private final SignIn signIn;
    private final Organisation organisation;
    private final SignInSettings settings;
    private final Clock clock;
    private final SecretKeySpec key;
    private final ConcurrentMap<String, Verified> verified = new ConcurrentHashMap<>();

    ApiSignIn(SignIn signIn, Organisation organisation, SignInSettings settings, Clock clock) {
        this.signIn = signIn;
        this.organisation = organisation;
        this.settings = settings;
        this.clock = clock;
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        var username = SignIn.username(claim.getName());
        var digest = digest(username, String.valueOf(claim.getCredentials()));
        var known = verified.get(username);
        if (known != null && known.isFresh(clock.instant()) && MessageDigest.isEqual(known.digest(), digest)) {
            return organisation.person(username).filter(Person::active).map(SignedIn::authentication)
                    .orElseThrow(() -> new SignInProblem("access.problem.disabled"));
        }
        try {
            var authentication = signIn.authenticate(claim);
            var now = clock.instant();
            verified.put(username, new Verified(digest, now, now.plus(settings.apiMemory())));
            return authentication;
        } catch (SignInProblem refused) {
            verified.remove(username);
            throw refused;
        }
    }

    /** The next call is verified again: the password, the lock or the account has changed. */
    void forget(String username) {
        verified.remove(username);
    }

    private byte[] digest(String username, String password) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(username.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supports(Class<?> claim) {
        return signIn.supports(claim);
    }

    private record Verified(byte[] digest, Instant from, Instant until) {

        boolean isFresh(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }
}
