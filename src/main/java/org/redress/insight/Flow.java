package org.redress.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How cases move through their process (流程分析): what each step took, where cases come back, which ways they go. Leaders see their teams. */
@Service
@Transactional(readOnly = true)
public class Flow {

    /** Up to so many visits percentiles are those of the visits themselves; beyond, of their classes of length. */
    static final int EXACT_UP_TO = 50_000;
    private static final int MOST_WAYS = 12;
    private static final int[] PERCENTS = {50, 80, 90};

    private final JdbcClient jdbc;
    private final Hours hours;
    private final BoardScope scope;

    Flow(JdbcClient jdbc, Hours hours, BoardScope scope) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.scope = scope;
    }

    /** @param exact whether percentiles are of the visits themselves, not of their classes of length (at most 5 % wrong) */
    public record Steps(Map<String, StepNumbers> byElement, boolean exact) {
    }

    /** Cases that came back from one step to another where they had been. */
    public record Loop(String from, String to, long times) {
    }

    /** A way that cases went from beginning to end. @param late cases whose resolution clock or promise was broken */
    public record Way(String id, List<String> steps, long cases, long late) {
    }

    /** @param ways those that most cases went @param cases all cases that ended, @param all how many ways they went */
    public record Ways(List<Way> ways, long cases, long all) {
    }

    public Steps steps(FlowFilter filter) {
        Map<String, Object> params = params(filter);
        String narrow = filter.narrow(params) + teams("team", params);
        String rows = filter.summed()
                ? "select * from step_month where month >= :start and month < :end" + narrow
                : "select element_id, bucket, 1 as visits, work, wait, (late is not null)::int as clocked, coalesce(late, false)::int as late,"
                        + " (back_from is not null)::int as back from step_visit where left_at >= :from and left_at < :until" + narrow;
        Map<String, Sums> sums = new TreeMap<>();
        jdbc.sql("select element_id, bucket, sum(visits) as visits, sum(work) as work, sum(wait) as wait, sum(clocked) as clocked, sum(late) as late,"
                + " sum(back) as back from (" + rows + ") r group by element_id, bucket").params(params)
                .query((ResultSet row) -> sums.computeIfAbsent(row.getString("element_id"), unused -> new Sums()).add(row));
        boolean exact = sums.values().stream().mapToLong(sum -> sum.visits).sum() <= EXACT_UP_TO;
        Map<String, Integer[]> percentiles = exact ? percentiles(narrow, params) : Map.of();
        Map<String, StepNumbers> steps = new TreeMap<>();
        sums.forEach((element, sum) -> steps.put(element, sum.numbers(element, percentiles.get(element))));
        return new Steps(steps, exact);
    }

    /** The same with what stands at each step at this moment. */
    public Steps withStanding(FlowFilter filter) {
        Steps counted = steps(filter);
        Map<String, StepNumbers> steps = new TreeMap<>(counted.byElement());
        Map<String, Object> params = params(filter);
        params.put("now", BoardMarks.at(hours.now()));
        String narrow = filter.narrow(params) + teams("team", params);
        jdbc.sql("select element_id, count(*) as standing, count(*) filter (where late) as late from (select t.task_key as element_id,"
                + " not t.waiting and t.due_at <= :now as late, coalesce(t.case_team, '') as team, t.severity, coalesce(c.business, '') as business, t.definition_id"
                + " from open_task t join complaint c on c.id = t.subject_id where t.kind = 'CASE' and t." + BoardSql.OWN_STEP
                + " union all select p.element_id, false, coalesce(c.team, ''), c.severity, coalesce(c.business, ''), p.definition_id from case_path p"
                + " join complaint c on c.id = p.complaint_id where p.left_at is null and p.element_id = 'event_retryDue') s where true" + narrow
                + " group by element_id").params(params)
                .query(row -> {
                    String element = row.getString("element_id");
                    steps.put(element, steps.getOrDefault(element, StepNumbers.none(element)).at(row.getLong("standing"), row.getLong("late")));
                });
        return new Steps(steps, counted.exact());
    }

    /** Where cases came back, most often first. */
    public List<Loop> loops(FlowFilter filter) {
        Map<String, Object> params = params(filter);
        return jdbc.sql("select back_from, element_id, count(*) as times from step_visit where back_from is not null and left_at >= :from and left_at < :until"
                + filter.narrow(params) + teams("team", params) + " group by back_from, element_id order by times desc, back_from, element_id").params(params)
                .query((row, index) -> new Loop(row.getString("back_from"), row.getString("element_id"), row.getLong("times"))).list();
    }

    /** Ways of the cases that ended in the period. */
    public Ways ways(FlowFilter filter) {
        Map<String, Object> params = params(filter);
        params.put("most", MOST_WAYS);
        long[] all = new long[2];
        List<Way> ways = jdbc.sql("with way as (select variant, count(*) as cases, count(*) filter (where late) as late from case_variant"
                + " where ended_at >= :from and ended_at < :until" + filter.narrow(params) + teams("team", params) + " group by variant),"
                + " every as (select sum(cases) as cases, count(*) as ways from way)"
                + " select w.variant, v.steps, w.cases, w.late, e.cases as every_case, e.ways from every e cross join way w join path_variant v on v.id = w.variant"
                + " order by w.cases desc, w.variant limit :most").params(params)
                .query((row, index) -> {
                    all[0] = row.getLong("every_case");
                    all[1] = row.getLong("ways");
                    return new Way(row.getString("variant"), Arrays.asList((String[]) row.getArray("steps").getArray()), row.getLong("cases"), row.getLong("late"));
                }).list();
        return new Ways(ways, all[0], all[1]);
    }

    /** Versions of the process that cases went through, as paths name them. */
    public List<String> definitions() {
        return jdbc.sql("""
                with recursive one as (
                    select min(definition_id) as id from step_month
                    union all
                    select (select min(m.definition_id) from step_month m where m.definition_id > one.id) from one where one.id is not null)
                select id from one where id is not null""").query(String.class).list();
    }

    private Map<String, Integer[]> percentiles(String narrow, Map<String, Object> params) {
        Map<String, Integer[]> percentiles = new LinkedHashMap<>();
        jdbc.sql("select element_id, percentile_disc(array[0.5, 0.8, 0.9]) within group (order by work) as lengths from step_visit"
                + " where left_at >= :from and left_at < :until and not broken" + narrow + " group by element_id").params(params)
                .query(row -> {
                    percentiles.put(row.getString("element_id"), (Integer[]) row.getArray("lengths").getArray());
                });
        return percentiles;
    }

    private Map<String, Object> params(FlowFilter filter) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("start", filter.start());
        params.put("end", filter.end());
        params.put("from", BoardMarks.at(hours.startOf(filter.start())));
        params.put("until", BoardMarks.at(hours.startOf(filter.end())));
        return params;
    }

    private String teams(String column, Map<String, Object> params) {
        Set<String> mine = scope.teams();
        if (mine == null) {
            return "";
        }
        params.put("mine", mine.toArray(String[]::new));
        return " and " + column + " = any(:mine)";
    }

    /** Adds up one element. */
    private static final class Sums {

        private final TreeMap<Integer, Long> lengths = new TreeMap<>();
        private long visits;
        private long broken;
        private long work;
        private long wait;
        private long clocked;
        private long late;
        private long back;

        void add(ResultSet row) throws SQLException {
            int bucket = row.getInt("bucket");
            long count = row.getLong("visits");
            visits += count;
            back += row.getLong("back");
            if (bucket == WorkLengths.BROKEN) {
                broken += count;
                return;
            }
            lengths.merge(bucket, count, Long::sum);
            work += row.getLong("work");
            wait += row.getLong("wait");
            clocked += row.getLong("clocked");
            late += row.getLong("late");
        }

        StepNumbers numbers(String element, Integer @Nullable [] exact) {
            Integer[] at = new Integer[PERCENTS.length];
            for (int i = 0; i < at.length; i++) {
                at[i] = exact == null ? percentile(PERCENTS[i]) : exact[i];
            }
            return new StepNumbers(element, visits, broken, work, wait, clocked, late, back, at[0], at[1], at[2], 0, 0);
        }

        private @Nullable Integer percentile(int percent) {
            long done = visits - broken;
            long need = (done * percent + 99) / 100;
            long seen = 0;
            for (var length : lengths.entrySet()) {
                seen += length.getValue();
                if (done > 0 && seen >= need) {
                    return WorkLengths.minutes(length.getKey());
                }
            }
            return null;
        }
    }
}
