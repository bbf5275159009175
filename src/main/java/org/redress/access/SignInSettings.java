package org.redress.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sign-in defends itself.
 *
 * @param attempts    wrong passwords in a row after which the account is locked
 * @param lock        how long it stays locked
 * @param apiMemory   how long a password once verified on the API is not verified again: a call must not cost a BCrypt each time. A
 *                    password changed or an account locked on this node counts at once, on another node after this time
 * @param hashRounds  cost of BCrypt, as a power of two
 */
@ConfigurationProperties("redress.sign-in")
record SignInSettings(@DefaultValue("5") int attempts, @DefaultValue("15m") Duration lock, @DefaultValue("60s") Duration apiMemory,
        @DefaultValue("10") int hashRounds) {
}
