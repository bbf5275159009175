package org.redress.access;

import java.util.List;
import org.redress.shared.Problem;
import org.springframework.security.core.AuthenticationException;

/** Why somebody was not let in, as a sentence they can act on. */
class SignInProblem extends AuthenticationException {

    private final String key;
    private final transient List<Object> args;

    SignInProblem(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = List.of(args);
    }

    String key() {
        return key;
    }

    List<Object> args() {
        return args;
    }

    /** The same for the API: 401. */
    static Problem unauthorized(AuthenticationException why) {
        return why instanceof SignInProblem known ? new Unauthorized(known.key(), known.args())
                : new Unauthorized("access.problem.signIn", List.of());
    }

    private static final class Unauthorized extends Problem {
        Unauthorized(String key, List<Object> args) {
            super(401, key, args, List.of());
        }
    }
}
