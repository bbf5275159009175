package org.redress.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the values of a formula out of sums and facts, by the codes of something. */
@Component
class FigureSums {

    private static final Part PAUSED = Part.of("PAUSED", CaseMark.COUNTED, CaseMark.DUE, CaseMark.PAUSED);

    private final JdbcClient jdbc;

    FigureSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by null for one total, whose code is "" */
    SortedMap<String, FigureValue> read(Formula formula, FigureQuery query, @Nullable Dimension by, @Nullable Set<String> teams) {
        SumSql sql = new SumSql(formula.subject(), query.only(), by, teams).days(query.from(), query.to(), false);
        return read(formula, sql, by == null ? "''" : Level.column(by));
    }

    /** By the first days of periods, those with rows only. */
    SortedMap<String, FigureValue> read(Formula formula, FigureQuery query, PeriodKind kind, @Nullable Set<String> teams) {
        SumSql sql = new SumSql(formula.subject(), query.only(), null, teams).days(query.from(), query.to(), kind == PeriodKind.WEEK);
        return read(formula, sql, SumSql.period(kind));
    }

    private SortedMap<String, FigureValue> read(Formula formula, SumSql sql, String group) {
        List<Part> parts = formula.parts();
        List<String> sums = new ArrayList<>(parts.stream().map(SumSql::sum).toList());
        if (formula.paused()) {
            sums.add(SumSql.sum(PAUSED));
            sums.add(SumSql.minutes(formula.denominator()));
        }
        SortedMap<String, FigureValue> values = new TreeMap<>();
        jdbc.sql(sql.select(group, sums)).params(sql.params()).query(row -> {
            long numerator = 0;
            long denominator = 0;
            SortedMap<String, Long> leftOut = new TreeMap<>();
            SortedMap<String, Long> beside = new TreeMap<>();
            boolean any = false;
            for (int i = 0; i < parts.size(); i++) {
                long n = row.getLong("p" + i);
                any |= n != 0;
                switch (parts.get(i).code()) {
                    case FigureRows.NUMERATOR -> numerator = n;
                    case FigureRows.DENOMINATOR -> denominator = n;
                    default -> put(leftOut, parts.get(i).code(), n);
                }
            }
            if (formula.paused()) {
                put(beside, "PAUSED_CASES", row.getLong("p" + parts.size()));
                put(beside, "PAUSED_MINUTES", row.getLong("p" + (parts.size() + 1)));
            }
            if (any) {
                values.put(row.getString("code"), new FigureValue(numerator, denominator, leftOut, beside));
            }
        });
        return values;
    }

    private static void put(Map<String, Long> map, String code, long n) {
        if (n != 0) {
            map.put(code, n);
        }
    }

    /** How many service jobs there are, by the codes of something; CHANNEL and EMPLOYEE of a case are nothing of a job. */
    SortedMap<String, Long> jobs(FigureQuery query, @Nullable Dimension by, @Nullable PeriodKind kind, @Nullable Set<String> teams) {
        Formula all = new Formula(Subject.JOB, Part.of(FigureRows.NUMERATOR), Part.of(FigureRows.DENOMINATOR), List.of());
        SortedMap<String, Long> counts = new TreeMap<>();
        (kind == null ? read(all, query, by, teams) : read(all, query, kind, teams)).forEach((code, value) -> counts.put(code, value.numerator()));
        return counts;
    }

    /** Whether anybody had complained by then. */
    boolean knowsCasesBefore(LocalDate to) {
        return jdbc.sql("select exists (select from figure_sum where subject = 3 and level = 'M' and day < :to)").param("to", to).query(Boolean.class).single();
    }

    /** Grades given on calls, by team. */
    List<Graded> grades(LocalDate from, LocalDate to, Map<Dimension, String> only, List<Part> parts) {
        SumSql sql = new SumSql(Subject.EVALUATION, only, Dimension.TEAM, null).days(from, to, false);
        List<Graded> grades = new ArrayList<>();
        jdbc.sql(sql.select("team || '|' || grade", parts.stream().map(SumSql::sum).toList())).params(sql.params()).query(row -> {
            String code = row.getString("code");
            int bar = code.lastIndexOf('|');
            List<Long> counts = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                counts.add(row.getLong("p" + i));
            }
            grades.add(new Graded(code.substring(0, bar), code.substring(bar + 1), counts));
        });
        return grades;
    }

    /** @param grade "GRADE5:GOOD"; "" for not rated */
    record Graded(String team, String grade, List<Long> counts) {
    }
}
