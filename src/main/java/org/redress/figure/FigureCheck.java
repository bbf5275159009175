package org.redress.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Recomputes figures from the raw rows and says where what is kept differs: in the facts of single rows, and in the sums of each level. */
@Component
public class FigureCheck {

    /** Of one figure and one level: enough to see what is wrong. */
    private static final int MOST = 100;
    private static final int TRIES = 5;
    private static final int SECONDS = 600;

    private final JdbcClient jdbc;
    private final FigureKeeper keeper;
    private final TransactionTemplate oneMoment;

    FigureCheck(JdbcClient jdbc, FigureKeeper keeper, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.keeper = keeper;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setTimeout(SECONDS);
    }

    /**
     * @param level   ROW for the fact of one row, whose id is the place; else the level of the sums: TEAM, EMPLOYEE, POPULATION
     * @param part    numerator, denominator, a code of what is left out, PAUSED_MINUTES, GRADE and a grade, or CUSTOMERS
     * @param counted what is kept
     * @param raw     what the raw rows say
     */
    public record Difference(Figure figure, String part, String level, LocalDate day, String place, long counted, long raw) {
    }

    /**
     * Up to a hundred differences of every level; none when all agrees. Whole months are looked at.
     *
     * @throws org.redress.shared.Problem never; rows that change meanwhile are waited for
     */
    public List<Difference> differences(Figure figure, LocalDate from, LocalDate to) {
        List<Difference> found = List.of();
        for (int i = 0; i < TRIES; i++) {
            keeper.catchUp();
            Look look = oneMoment.execute(status -> new Look(look(figure, from, to), keeper.waiting()));
            found = look.found();
            if (found.isEmpty() || look.waiting() == 0) {
                return found;
            }
        }
        return found;
    }

    private record Look(List<Difference> found, long waiting) {
    }

    private List<Difference> look(Figure figure, LocalDate from, LocalDate to) {
        LocalDate first = from.withDayOfMonth(1);
        LocalDate last = to.getDayOfMonth() == 1 ? to : to.withDayOfMonth(1).plusMonths(1);
        List<Difference> found = new ArrayList<>();
        Stream.concat(Stream.of((Level) null), Stream.of(Level.values())).forEach(level -> found.addAll(compare(figure, level, first, last)));
        if (Formulas.of(figure).divisor() == Formula.Divisor.CUSTOMERS) {
            found.addAll(jdbc.sql(CheckSql.customers()).param("most", MOST).query((row, index) -> difference(figure, "SUM", row)).list());
        }
        return found;
    }

    private List<Difference> compare(Figure figure, @Nullable Level level, LocalDate from, LocalDate to) {
        return jdbc.sql(CheckSql.compare(figure, level)).param("zone", keeper.zone().getId()).param("from", from).param("to", to).param("most", MOST)
                .query((row, index) -> difference(figure, level == null ? "ROW" : level.name(), row)).list();
    }

    private static Difference difference(Figure figure, String level, java.sql.ResultSet row) throws java.sql.SQLException {
        return new Difference(figure, row.getString("part"), level, row.getObject("day", LocalDate.class), row.getString("place"), row.getLong("counted"),
                row.getLong("raw"));
    }
}
