package org.redress.figure;

import static org.redress.figure.FigureRows.DENOMINATOR;
import static org.redress.figure.FigureRows.NUMERATOR;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The figures once more, from the tables of jobs, calls, askings and cases alone, and written for themselves: nothing here knows of marks, facts or
 * sums. What the check compares them with.
 */
final class RawSql {

    private static final String DIMENSIONS = """
            coalesce(nullif(%1$s.business, ''), '-') as business, coalesce(nullif(%1$s.team, ''), '-') as team,
            coalesce(nullif(%1$s.%2$s, ''), '-') as employee, coalesce(nullif(%1$s.%3$s, ''), '-') as region, %4$s as channel, %1$s.segment""";

    private static final String JOBS = """
            select w.id, date(timezone(:zone, w.done_at)) as day, %s, w.sampled, w.rate,
                coalesce((select l.state from follow_up_call l where l.job_id = w.id and l.campaign_id is null), 'NONE') as line,
                coalesce((select l.attempts from follow_up_call l where l.job_id = w.id and l.campaign_id is null), 0) as tries,
                (select count(*) from evaluation q where q.job_id = w.id and q.campaign_id is null) as askings,
                (select count(*) from evaluation q where q.job_id = w.id and q.campaign_id is null and q.reached) as answers
            from service_job w""".formatted(DIMENSIONS.formatted("w", "employee", "region", "'-'"));

    private static final String EVALUATIONS = """
            select w.id, date(timezone(:zone, w.asked_at)) as day, %s, w.campaign_id is null as daily, w.via in ('TRACK', 'MAIL', 'SMS') as link, w.reached,
                case when w.reached then w.meaning end as said, w.scale, w.rating, w.appointment_kept as kept
            from evaluation w""".formatted(DIMENSIONS.formatted("w", "employee", "region", "w.via"));

    private static final String CASES = """
            select w.id, date(timezone(:zone, w.received_at)) as day, %s, w.state, p.state as clock, p.breached_at is not null as broke, p.paused_minutes,
                f.state as contact, f.breached_at is not null as contact_broke, w.reopen_count, w.return_count, w.hand_over_count, w.resolved_at,
                w.team is not null or w.teams <> '{}' as had_team, w.verdict, w.repeat_of, w.recall_solved, w.recall_meaning,
                w.category in (select category from call_centre_category) as hotline, w.closed_at, w.captured_at, w.received_at, p.due_at, p.started_at,
                (select count(*) from ladder_step s where s.complaint_id = w.id and s.action <> 'REMIND' and s.action <> 'OUTSIDE_BODY') as steps,
                (select count(*) from extension_request x where x.complaint_id = w.id and x.decision = 'APPROVE') as extensions,
                (select min(v.at) from case_event v where v.complaint_id = w.id and v.kind = 'WAITING' and v.data ->> 'waitingFor' = 'THIRD_PARTY') as third
            from complaint w
            left join case_clock f on f.complaint_id = w.id and f.kind = 'FIRST_CONTACT'
            left join case_clock p on p.complaint_id = w.id and p.kind = case
                when exists (select from case_clock y where y.complaint_id = w.id and y.kind = 'PROMISE') then 'PROMISE'
                when exists (select from case_clock y where y.complaint_id = w.id and y.kind = 'RESOLVE') then 'RESOLVE' else 'OUTSIDE' end"""
            .formatted(DIMENSIONS.formatted("w", "handler", "area", "w.channel"));

    private static final String LIVE = "state not in ('MERGED', 'REJECTED')";
    private static final String OVER = "%1$s = 'MET' or %1$s = 'BREACHED' or %1$s in ('RUNNING', 'PAUSED') and %2$s";
    private static final String CALLED = "line in ('EVALUATED', 'COMPLAINT', 'NOT_REACHED', 'LAPSED', 'NO_PHONE', 'NONE') and sampled";
    private static final String RATED = "daily and said is not null";
    private static final String SPOKEN = "daily and not link and reached";

    private static final Map<Figure, Map<String, String>> PARTS = new EnumMap<>(Figure.class);

    static {
        String[] notDue = {"NOT_SAMPLED", "not sampled", "OPEN", "sampled and line = 'OPEN'", "DO_NOT_CALL", "sampled and line = 'DO_NOT_CALL'"};
        put(Figure.COVERAGE, CALLED + " and line in ('EVALUATED', 'COMPLAINT')", CALLED, notDue);
        put(Figure.LAPSED_SHARE, CALLED + " and line = 'LAPSED'", CALLED, notDue);
        put(Figure.SAMPLED_SHARE, "rate > 0 and sampled", "rate > 0", "NOT_ELIGIBLE", "rate <= 0");
        put(Figure.REACHED_SHARE, "sampled and line in ('EVALUATED', 'COMPLAINT')",
                "line in ('EVALUATED', 'COMPLAINT') or tries > 0 and line not in ('OPEN', 'NONE')",
                "OPEN", "sampled and line = 'OPEN'", "NOT_TRIED", "sampled and (line = 'NONE' or tries = 0 and line not in ('OPEN', 'EVALUATED', 'COMPLAINT'))");
        put(Figure.ASKED_SHARE, "askings > 0 and line <> 'DO_NOT_CALL'", "line <> 'DO_NOT_CALL' and (askings > 0 or not (sampled and line = 'OPEN'))",
                "OPEN", "askings = 0 and sampled and line = 'OPEN'", "DO_NOT_CALL", "line = 'DO_NOT_CALL'");
        put(Figure.ANSWERED_SHARE, "answers > 0", "askings > 0", "NOT_ASKED", "askings = 0");
        String[] unasked = {"NOT_REACHED", "daily and not reached", "LINK", "daily and link and reached", "CAMPAIGN", "not daily"};
        put(Figure.SATISFACTION_PUBLISHED, SPOKEN + " and coalesce(said, 'SATISFIED') = 'SATISFIED'", SPOKEN, unasked);
        put(Figure.UNRATED_SHARE, SPOKEN + " and said is null", SPOKEN, unasked);
        String[] unrated = {"UNRATED", "daily and reached and said is null", "NOT_REACHED", "daily and not reached", "CAMPAIGN", "not daily"};
        put(Figure.SATISFACTION_RATED, RATED + " and said = 'SATISFIED'", RATED, unrated);
        put(Figure.DISSATISFIED_RATE, RATED + " and said = 'DISSATISFIED'", RATED, unrated);
        put(Figure.APPOINTMENT_KEPT, "daily and reached and kept", "daily and reached and kept is not null",
                "NOT_SAID", "daily and reached and kept is null", "NOT_REACHED", "daily and not reached", "CAMPAIGN", "not daily");
        cases();
        stock(Figure.BACKLOG, "day");
        stock(Figure.BACKLOG_PAST_1X, "date(timezone(:zone, due_at))");
        stock(Figure.BACKLOG_PAST_2X, "date(timezone(:zone, due_at + (due_at - started_at)))");
        stock(Figure.BACKLOG_PAST_8_WEEKS, "day + 7 * 8");
        stock(Figure.LONG_TERM, "case when third is not null and due_at is not null then date(timezone(:zone, greatest(due_at, third))) end");
    }

    private RawSql() {
    }

    private static void cases() {
        String due = LIVE + " and (" + OVER.formatted("clock", "broke") + ")";
        complaint(Figure.TIMELY_RATE, LIVE + " and clock = 'MET'", due, "true", "NO_DUE", LIVE + " and clock is null",
                "NOT_DUE_YET", LIVE + " and clock in ('RUNNING', 'PAUSED') and not broke", "CANCELLED", LIVE + " and clock = 'CANCELLED'");
        String[] contact = {"NO_DUE", "contact is null", "NOT_DUE_YET", "contact in ('RUNNING', 'PAUSED') and not contact_broke", "CANCELLED", "contact = 'CANCELLED'"};
        String contacted = "(" + OVER.formatted("contact", "contact_broke") + ")";
        complaint(Figure.ACKNOWLEDGED_IN_TIME, LIVE + " and contact = 'MET'", LIVE + " and " + contacted, "true", with(LIVE, contact));
        String city = LIVE + " and channel = 'O12345'";
        complaint(Figure.CONTACTED_12345, city + " and contact = 'MET'", city + " and " + contacted, "channel = 'O12345'", with(city, contact));
        String said = city + " and recall_solved is not null";
        String[] unsaid = {"NOT_RECALLED", city + " and recall_solved is null"};
        complaint(Figure.SOLVED_12345, said + " and recall_solved", said, "channel = 'O12345'", unsaid);
        complaint(Figure.SATISFIED_12345, said + " and recall_meaning = 'SATISFIED'", said, "channel = 'O12345'", unsaid);
        complaint(Figure.FIRST_CONTACT_RESOLUTION, "state = 'SETTLED_ON_CALL' and reopen_count = 0", LIVE, "true");
        String resolved = "(resolved_at is not null or reopen_count > 0 or state = 'CLOSED' or state = 'SETTLED_ON_CALL')";
        complaint(Figure.REOPEN_RATE, LIVE + " and reopen_count > 0", LIVE + " and " + resolved, "true", "UNRESOLVED", LIVE + " and not " + resolved);
        complaint(Figure.RETURN_RATE, LIVE + " and had_team and return_count > 0", LIVE + " and had_team", "true", "NOT_ASSIGNED", LIVE + " and not had_team");
        complaint(Figure.HAND_OVER_RATE, LIVE + " and hand_over_count > 0", LIVE, "true");
        String decided = LIVE + " and verdict in ('UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD', 'UNVERIFIABLE')";
        complaint(Figure.UPHELD_RATE, LIVE + " and verdict in ('UPHELD', 'PARTLY_UPHELD')", decided, "true", "UNDECIDED", LIVE + " and verdict is null",
                "NO_FINDING", LIVE + " and verdict in ('OUT_OF_SCOPE', 'WITHDRAWN', 'DUPLICATE')");
        complaint(Figure.ESCALATION_RATE, LIVE + " and steps > 0", LIVE, "true");
        complaint(Figure.EXTENSION_RATE, LIVE + " and extensions > 0", LIVE, "true");
        complaint(Figure.REPEAT_RATE, LIVE + " and repeat_of is not null", LIVE, "true");
        complaint(Figure.OUTSIDE_SHARE, LIVE + " and channel in ('O12345', 'O12315', 'O12398', 'O12300')", LIVE, "true");
        complaint(Figure.COMPLAINTS_PER_10000, LIVE, null, "true");
        complaint(Figure.COMPLAINTS_PER_1000_JOBS, LIVE, null, "true");
        complaint(Figure.CALL_CENTRE_COMPLAINTS, LIVE + " and hotline", null, "hotline");
    }

    private static String[] with(String all, String[] parts) {
        String[] full = parts.clone();
        for (int i = 1; i < full.length; i += 2) {
            full[i] = all + " and " + full[i];
        }
        return full;
    }

    private static void complaint(Figure figure, String numerator, @org.jspecify.annotations.Nullable String denominator, String among, String... leftOut) {
        put(figure, numerator, denominator == null ? "false" : denominator, leftOut);
        Map<String, String> parts = Objects.requireNonNull(PARTS.get(figure));
        if (denominator == null) {
            parts.remove(DENOMINATOR);
        }
        parts.put("MERGED", "state = 'MERGED' and " + among);
        parts.put("REJECTED", "state = 'REJECTED' and " + among);
    }

    private static void stock(Figure figure, String comes) {
        PARTS.put(figure, figure == Figure.BACKLOG ? Map.of(NUMERATOR, comes) : Map.of(NUMERATOR, comes, DENOMINATOR, "day"));
    }

    private static void put(Figure figure, String numerator, String denominator, String... leftOut) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(NUMERATOR, numerator);
        parts.put(DENOMINATOR, denominator);
        for (int i = 0; i < leftOut.length; i += 2) {
            parts.put(leftOut[i], leftOut[i + 1]);
        }
        PARTS.put(figure, parts);
    }

    /** Rows (id, part, day, business, team, employee, region, channel, segment, n) of a figure. Parameter: :zone. */
    static String of(Figure figure) {
        Formula formula = Formulas.of(figure);
        StringBuilder values = new StringBuilder();
        Objects.requireNonNull(PARTS.get(figure), figure.name()).forEach((part, condition) -> values.append(values.isEmpty() ? "" : ",\n    ")
                .append(formula.isStock() ? moves(part, condition) : "('" + part + "', r.day, case when " + condition + " then 1 else 0 end)"));
        if (figure == Figure.TIMELY_RATE) {
            values.append(",\n    ('PAUSED_MINUTES', r.day, case when ").append(PARTS.get(figure).get(DENOMINATOR)).append(" then paused_minutes else 0 end)");
        }
        if (figure == Figure.SATISFACTION_PUBLISHED) {
            values.append(",\n    ('GRADE ' || scale || ':' || rating, r.day, case when " + SPOKEN + " and said is not null then 1 else 0 end)");
        }
        String base = switch (formula.subject()) {
            case JOB -> JOBS;
            case EVALUATION -> EVALUATIONS;
            case CASE, STOCK -> CASES;
        };
        return "select r.id, v.part, v.day, r.business, r.team, r.employee, r.region, r.channel, r.segment, v.n from (" + base
                + ") r cross join lateral (values\n    " + values + ") v(part, day, n) where v.n <> 0 and v.day is not null";
    }

    /** What comes on a day and has not gone before, and goes on the day the case ended. */
    private static String moves(String part, String comes) {
        String ended = "case when state in ('SETTLED_ON_CALL', 'CLOSED', 'REFERRED_OUT', 'WITHDRAWN')"
                + " then date(timezone(:zone, greatest(received_at, coalesce(closed_at, captured_at)))) end";
        String in = LIVE + " and (" + ended + ") is distinct from null and (" + comes + ") < (" + ended + ")";
        return "('" + part + "', " + comes + ", case when " + LIVE + " and ((" + ended + ") is null or (" + comes + ") < (" + ended + ")) then 1 else 0 end),\n    "
                + "('" + part + "', " + ended + ", case when " + in + " then -1 else 0 end)";
    }
}
