package org.redress.access;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.redress.shared.Problem;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** How passwords are kept and what they must be. The hash names its method, so that a better one can follow. */
@Component
class Passwords {

    /** The password of the demo company: good for nothing else. */
    static final String DEMO = "redress-demo";

    /** Long is what makes a password strong; rules about signs only make it hard to remember. */
    static final int SHORTEST = 10;

    private static final int LONGEST_BYTES = 72; // BCrypt reads no more

    private final PasswordEncoder encoder;
    private final String nobody;

    Passwords(SignInSettings settings) {
        this.encoder = new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(settings.hashRounds())));
        this.nobody = encoder.encode("nobody has this account");
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    boolean matches(String password, Account account) {
        return encoder.matches(password, account.passwordHash());
    }

    /** Takes as long as a real comparison, so that the time of an answer does not tell whether the account exists. */
    void matchNobody(String password) {
        encoder.matches(password, nobody);
    }

    /** @throws Problem 422 naming the field when the password may not be used */
    void check(String field, String password, String username) {
        if (password.length() < SHORTEST) {
            throw Problem.invalid(field, "access.problem.passwordShort", SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw Problem.invalid(field, "access.problem.passwordLong", LONGEST_BYTES);
        }
        if (password.equalsIgnoreCase(username) || password.equals(DEMO)) {
            throw Problem.invalid(field, "access.problem.passwordKnown");
        }
    }
}
