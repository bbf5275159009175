package org.redress.figure;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What complaints are divided by when it is no part of them. What a divisor does not know does not narrow it: the rate of a team is its share of
 * the rate of the house.
 */
@Component
class Divisors {

    private final JdbcClient jdbc;

    Divisors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param beside where the number comes from, by code */
    record Divisor(long n, SortedMap<String, Long> beside) {

        static Divisor of(long n, String code, long number) {
            return new Divisor(n, new TreeMap<>(java.util.Map.of(code, number)));
        }
    }

    /**
     * Customers served: what was entered for the last month that begins in the days, or for one of the eleven before it; where nothing was, the
     * customer file as it is now.
     */
    Divisor customers(LocalDate to, @Nullable String region, @Nullable String segment) {
        LocalDate last = to.minusDays(1).withDayOfMonth(1);
        if (segment == null) {
            Long entered = jdbc.sql("""
                    select n from base_number where kind = 'SERVED_CUSTOMERS' and region = :region and month <= :last and month > :first
                    order by month desc limit 1""").param("region", region == null ? "" : region).param("last", last).param("first", last.minusYears(1))
                    .query(Long.class).optional().orElse(null);
            if (entered != null) {
                return Divisor.of(entered, "CUSTOMERS_ENTERED", entered);
            }
        }
        long file = jdbc.sql("""
                select coalesce(sum(n), 0) from figure_customers
                where (cast(:region as text) is null or region = :region) and (cast(:segment as text) is null or segment = :segment)""")
                .param("region", region).param("segment", segment).query(Long.class).single();
        return Divisor.of(file, "CUSTOMERS_FILE", file);
    }

    /** Calls handled: entered by the month, so only whole months have them, and only where every one was entered; 0 otherwise. */
    Divisor calls(LocalDate from, LocalDate to) {
        if (from.getDayOfMonth() != 1 || to.getDayOfMonth() != 1) {
            return Divisor.of(0, "NOT_WHOLE_MONTHS", 1);
        }
        return jdbc.sql("""
                select coalesce(sum(b.n), 0) as n, count(*) filter (where b.n is null) as missing
                from generate_series(cast(:from as timestamp), cast(:to as timestamp) - interval '1 day', interval '1 month') m(month)
                left join base_number b on b.kind = 'CALLS_HANDLED' and b.region = '' and b.month = cast(m.month as date)""")
                .param("from", from).param("to", to)
                .query((row, index) -> row.getLong("missing") > 0 ? Divisor.of(0, "MONTHS_WITHOUT_CALLS", row.getLong("missing"))
                        : new Divisor(row.getLong("n"), new TreeMap<>())).single();
    }
}
