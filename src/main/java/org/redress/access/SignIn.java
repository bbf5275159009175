package org.redress.access;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.shared.Actor;
import org.redress.shared.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Checks a name and a password. Too many wrong ones in a row lock the account for a while; until it is over not even the right
 * password helps, so that guessing does not pay.
 */
@Component
class SignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Organisation organisation;
    private final SecurityCurrentActor actors;
    private final AuditTrail audit;
    private final SignInSettings settings;
    private final Clock clock;

    SignIn(AccountStore accounts, Passwords passwords, Organisation organisation, SecurityCurrentActor actors, AuditTrail audit,
            SignInSettings settings, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.organisation = organisation;
        this.actors = actors;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** People type capitals and blanks that no username has. */
    static String username(Object typed) {
        return String.valueOf(typed).strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        var username = username(claim.getName());
        var password = String.valueOf(claim.getCredentials());
        var account = accounts.find(username).orElse(null);
        if (account == null) {
            passwords.matchNobody(password);
            throw new SignInProblem("access.problem.signIn");
        }
        if (account.isLocked(clock.instant())) {
            throw locked(account.lockedUntil().atZone(clock.getZone()));
        }
        if (!passwords.matches(password, account)) {
            throw refused(username);
        }
        accounts.succeeded(username);
        var person = organisation.person(username).filter(Person::active);
        if (!account.enabled() || person.isEmpty()) {
            throw new SignInProblem("access.problem.disabled");
        }
        return SignedIn.authentication(person.get());
    }

    private SignInProblem refused(String username) {
        var until = clock.instant().plus(settings.lock());
        boolean nowLocked = accounts.failed(username, settings.attempts(), until);
        var actor = new Actor(username, Set.of(), Set.of(), actors.origin());
        actors.callAs(actor, () -> {
            audit.record(nowLocked ? "LOCK_ACCOUNT" : "SIGN_IN_FAILED", "ACCOUNT", username, Map.of());
            return true;
        });
        if (nowLocked) {
            LOG.warn("Account {} is locked until {}: {} wrong passwords in a row, the last from {}", username, until,
                    settings.attempts(), actor.origin());
            return locked(until.atZone(clock.getZone()));
        }
        return new SignInProblem("access.problem.signIn");
    }

    private static SignInProblem locked(ZonedDateTime until) {
        // the next full minute: a time that is shown must not be too early
        return new SignInProblem("access.problem.locked", until.plusMinutes(1).truncatedTo(ChronoUnit.MINUTES).toLocalTime().toString());
    }

    @Override
    public boolean supports(Class<?> claim) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(claim);
    }
}
