package org.redress.figure;

import java.time.LocalDate;

/**
 * A number that people enter because no row can give it.
 *
 * @param month  its first day
 * @param region "" for the company as a whole
 */
public record BaseNumber(Kind kind, LocalDate month, String region, long n) {

    public enum Kind {
        /** 服务户数: customers served at the end of the month. */
        SERVED_CUSTOMERS,
        /** 话务总量: calls the call centre handled in the month. */
        CALLS_HANDLED
    }
}
