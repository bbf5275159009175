package org.redress.figure;

/** How the rows of other tables become facts. Parameters: :ids, and :zone in which days are cut. */
final class FactSql {

    static final String COLUMNS = "subject, id, part, day, business, team, employee, region, channel, segment, grade, marks, n, amount";

    private static final String JOBS = """
            select 1 as subject, j.id, 0 as part, cast(j.done_at at time zone :zone as date) as day, %s, '-' as channel, j.segment, '' as grade,
                %s as marks, 1 as n, cast(0 as bigint) as amount
            from service_job j
            left join follow_up_call c on c.job_id = j.id and c.campaign_id is null
            left join lateral (select true as asked, bool_or(e.reached) as answered from evaluation e
                where e.job_id = j.id and e.campaign_id is null having count(*) > 0) a on true
            where j.id = any(:ids)"""
            .formatted(places("j.business", "j.team", "j.employee", "j.region"), Mark.sql(JobMark.values()));

    private static final String EVALUATIONS = """
            select 2 as subject, e.id, 0 as part, cast(e.asked_at at time zone :zone as date) as day, %s, e.via as channel, e.segment,
                case when e.reached and e.meaning is not null then coalesce(e.scale, '-') || ':' || coalesce(e.rating, '-') else '' end as grade,
                %s as marks, 1 as n, cast(0 as bigint) as amount
            from evaluation e where e.id = any(:ids)"""
            .formatted(places("e.business", "e.team", "e.employee", "e.region"), Mark.sql(AskMark.values()));

    private static final String DUE_CLOCK = """
            left join lateral (select k.state, k.started_at, k.due_at, k.breached_at, k.paused_minutes from case_clock k
                where k.complaint_id = c.id and k.kind in ('PROMISE', 'RESOLVE', 'OUTSIDE')
                order by case k.kind when 'PROMISE' then 1 when 'RESOLVE' then 2 else 3 end limit 1) d on true""";

    private static final String CASES = """
            select 3 as subject, c.id, 0 as part, cast(c.received_at at time zone :zone as date) as day, %s, c.channel, c.segment, '' as grade,
                %s as marks, 1 as n, cast(coalesce(d.paused_minutes, 0) as bigint) as amount
            from complaint c
            %s
            left join case_clock f on f.complaint_id = c.id and f.kind = 'FIRST_CONTACT'
            where c.id = any(:ids)"""
            .formatted(places("c.business", "c.team", "c.handler", "c.area"), Mark.sql(CaseMark.values()), DUE_CLOCK);

    /** Days as words of the zone; a case that ended before it was received, by a wrong clock somewhere, came and left on one day. */
    private static final String STOCK = """
            select 4 as subject, s.id, v.part, v.day, s.business, s.team, s.employee, s.region, s.channel, s.segment, '' as grade, v.marks, v.n,
                cast(0 as bigint) as amount
            from (select c.id, %s, c.channel, c.segment, cast(c.received_at at time zone :zone as date) as received,
                    case when c.state in ('SETTLED_ON_CALL', 'CLOSED', 'REFERRED_OUT', 'WITHDRAWN')
                        then cast(greatest(coalesce(c.closed_at, c.captured_at), c.received_at) at time zone :zone as date) end as ended,
                    cast(d.due_at at time zone :zone as date) as due,
                    cast((d.due_at + (d.due_at - d.started_at)) at time zone :zone as date) as twice,
                    cast(c.received_at at time zone :zone as date) + 56 as eight_weeks,
                    (select cast(min(w.at) at time zone :zone as date) from case_event w
                        where w.complaint_id = c.id and w.kind = 'WAITING' and w.data ->> 'waitingFor' = 'THIRD_PARTY') as third_party
                from complaint c
                %s
                where c.id = any(:ids) and c.state not in ('MERGED', 'REJECTED')) s
            cross join lateral (values
            %s) v(part, day, marks, n, comes)
            where v.day is not null and v.comes is not null and (s.ended is null or v.comes < s.ended or v.part < 2)"""
            .formatted(places("c.business", "c.team", "c.handler", "c.area"), DUE_CLOCK, StockMark.events());

    private FactSql() {
    }

    static String of(Subject subject) {
        return switch (subject) {
            case JOB -> JOBS;
            case EVALUATION -> EVALUATIONS;
            case CASE -> CASES;
            case STOCK -> STOCK;
        };
    }

    private static String places(String business, String team, String employee, String region) {
        return "coalesce(nullif(" + business + ", ''), '-') as business, coalesce(nullif(" + team + ", ''), '-') as team, coalesce(nullif("
                + employee + ", ''), '-') as employee, coalesce(nullif(" + region + ", ''), '-') as region";
    }

    /** Every row of a table that facts are made of, by the subject that notes it. */
    static String table(Subject subject) {
        return switch (subject) {
            case JOB -> "service_job";
            case EVALUATION -> "evaluation";
            case CASE, STOCK -> "complaint";
        };
    }
}
