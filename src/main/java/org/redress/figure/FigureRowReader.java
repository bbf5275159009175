package org.redress.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Cursor;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds rows by their facts, which is what the sums were made of. */
@Service
class FigureRowReader implements FigureRows {

    private static final int AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final FigureKeeper keeper;
    private final FigureScope scope;
    private final Clock clock;
    private final TransactionTemplate oneMoment;

    FigureRowReader(JdbcClient jdbc, FigureKeeper keeper, FigureScope scope, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.keeper = keeper;
        this.scope = scope;
        this.clock = clock;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneMoment.setReadOnly(true);
    }

    @Override
    public List<String> parts(Figure figure) {
        Formula formula = Formulas.of(figure);
        List<String> parts = new ArrayList<>(formula.parts().stream().map(Part::code).toList());
        if (formula.divisor() == Formula.Divisor.JOBS) {
            parts.add(1, DENOMINATOR);
        }
        return parts;
    }

    @Override
    public Slice<FigureRow> page(Figure figure, String part, FigureQuery query, @Nullable String cursor, int limit) {
        keeper.catchUpForReader();
        return read(figure, part, query, cursor, limit);
    }

    @Override
    public void each(Figure figure, String part, FigureQuery query, Consumer<FigureRow> row) {
        keeper.catchUpForReader();
        oneMoment.executeWithoutResult(status -> {
            String cursor = null;
            do {
                Slice<FigureRow> slice = read(figure, part, query, cursor, AT_ONCE);
                slice.items().forEach(row);
                cursor = slice.next();
            } while (cursor != null);
        });
    }

    private Slice<FigureRow> read(Figure figure, String part, FigureQuery query, @Nullable String cursor, int limit) {
        Formula formula = Formulas.of(figure);
        boolean jobs = part.equals(DENOMINATOR) && formula.divisor() == Formula.Divisor.JOBS;
        Subject subject = jobs ? Subject.JOB : formula.subject();
        Part wanted = jobs ? Part.of(DENOMINATOR) : formula.parts().stream().filter(each -> each.code().equals(part)).findFirst()
                .orElseThrow(() -> Problem.badRequest("figure.problem.part", part));
        SumSql narrowed = new SumSql(subject, jobs ? ofJobs(query) : query.only(), null, scope.teams());
        Map<String, Object> params = new HashMap<>(narrowed.params());
        Cursor after = Cursor.decode(cursor);
        params.put("limit", limit + 1);
        params.put("from", subject == Subject.STOCK ? SumSql.BEGINNING : query.from());
        params.put("to", subject == Subject.STOCK ? end(query) : query.to());
        params.put("day", after == null ? SumSql.BEGINNING : after.at().atZone(ZoneOffset.UTC).toLocalDate());
        params.put("id", after == null ? Long.MIN_VALUE : id(after));
        List<FigureRow> rows = jdbc.sql(sql(subject, "where subject = " + subject.number() + " and day >= :from and day < :to and "
                + wanted.condition() + narrowed.narrowed())).params(params).query((row, index) -> row(subject.rows(), row)).list();
        return Slice.of(rows, limit, last -> new Cursor(last.day().atStartOfDay(ZoneOffset.UTC).toInstant(), String.valueOf(last.id())).encode());
    }

    private static long id(Cursor cursor) {
        try {
            return Long.parseLong(cursor.id());
        } catch (NumberFormatException e) {
            throw Problem.badRequest("shared.problem.cursor");
        }
    }

    private static Map<Dimension, String> ofJobs(FigureQuery query) {
        Map<Dimension, String> only = new EnumMap<>(Dimension.class);
        only.putAll(query.only());
        only.remove(Dimension.CHANNEL);
        only.remove(Dimension.EMPLOYEE);
        return only;
    }

    private LocalDate end(FigureQuery query) {
        LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), keeper.zone()).plusDays(1);
        return !query.from().isBefore(tomorrow) ? SumSql.BEGINNING : query.to().isBefore(tomorrow) ? query.to() : tomorrow;
    }

    private static String sql(Subject subject, String where) {
        String facts = subject == Subject.STOCK
                ? "select id, min(day) as day, business, team, employee, region, channel, segment, '' as grade from figure_fact " + where
                        + " group by id, business, team, employee, region, channel, segment having sum(n) > 0"
                : "select id, day, business, team, employee, region, channel, segment, grade from figure_fact " + where;
        String detail = switch (subject) {
            case JOB -> "j.external_id as key, c.state, j.customer_name as summary from page f join service_job j on j.id = f.id"
                    + " left join follow_up_call c on c.job_id = j.id and c.campaign_id is null";
            case EVALUATION -> "e.source_key as key, nullif(f.grade, '') as state, e.suggestion as summary from page f join evaluation e on e.id = f.id";
            case CASE, STOCK -> "c.number as key, c.state, c.summary from page f join complaint c on c.id = f.id";
        };
        return "with page as (select * from (" + facts + ") r where (day, id) > (:day, :id) order by day, id limit :limit)\nselect f.*, " + detail
                + " order by f.day, f.id";
    }

    private static FigureRow row(FigureRow.Kind kind, ResultSet row) throws SQLException {
        return new FigureRow(kind, row.getLong("id"), row.getString("key"), row.getObject("day", LocalDate.class), said(row, "business"), said(row, "team"),
                said(row, "employee"), said(row, "region"), said(row, "channel"), said(row, "segment"), row.getString("state"), row.getString("summary"));
    }

    private static @Nullable String said(ResultSet row, String column) throws SQLException {
        String code = row.getString(column);
        return Dimension.NONE.equals(code) ? null : code;
    }
}
