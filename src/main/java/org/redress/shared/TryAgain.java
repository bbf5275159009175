package org.redress.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;

/**
 * A user action that a timer may cross: it is done again from the start, in a transaction of its own, and looks again at what it may
 * do. Only when it loses three times is the person told. Inside a transaction of somebody else (a call with an Idempotency-Key) it is not done
 * again: that transaction is lost with the first attempt, and who began it must begin anew.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Retryable(retryFor = {ConcurrencyFailureException.class, RacedProblem.class}, maxAttempts = 3,
        exceptionExpression = "!T(org.springframework.transaction.support.TransactionSynchronizationManager).isActualTransactionActive()",
        backoff = @Backoff(delay = 20, maxDelay = 100, multiplier = 2, random = true))
public @interface TryAgain {
}
