package org.redress.demo;

import static org.redress.demo.PastRows.row;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.redress.deadline.WorkingCalendar;
import org.redress.shared.Business;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A thematic call of {@value PastMonths#REPAIRS_LATE_AGO} months ago with its answers, its finding and the measure whose effect is followed since. */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoCampaign {

    private static final long SEED = 20_091_233;
    private static final int CALLS = 60;
    private static final List<String> CAUSES = List.of("LATE", "LATE", "LATE", "LATE", "LATE", "UNSOLVED", "UNSOLVED", "UNSOLVED", "ATTITUDE", "PRICE", "LEFT_DIRTY",
            "OTHER");
    private static final String FINDING = "多数客户反映师傅未按约定时间上门：派工单未预留路程时间，改约也没有通知客户；其次是缺配件时只做临时处理。";
    private static final String MEASURE = "派工按片区预留路程时间，改约前必须电话告知客户；常用配件按周备货。";

    private final JdbcClient jdbc;
    private final PastRows rows;

    DemoCampaign(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.rows = new PastRows(json);
    }

    /** @param jobs all of the past; those of the campaign are among them */
    void load(List<PastJob> jobs, WorkingCalendar calendar, Instant now) {
        YearMonth month = YearMonth.from(now.atZone(calendar.zone())).minusMonths(PastMonths.REPAIRS_LATE_AGO);
        Instant started = calendar.nextWorking(month.plusMonths(1).atDay(4).atTime(10, 0).atZone(calendar.zone()).toInstant());
        Instant ends = month.plusMonths(1).atDay(19).atStartOfDay(calendar.zone()).toInstant();
        Instant decided = calendar.nextWorking(month.plusMonths(1).atDay(22).atTime(15, 0).atZone(calendar.zone()).toInstant());
        List<PastJob> chosen = chosen(jobs, month, calendar);
        long campaign = campaign(month, chosen.size(), started, ends, decided);
        calls(chosen, campaign, calendar, started, ends);
        measure(campaign, chosen, month, decided);
    }

    /** One job a customer, of those who may be called. */
    private static List<PastJob> chosen(List<PastJob> jobs, YearMonth month, WorkingCalendar calendar) {
        Set<String> customers = new HashSet<>();
        return jobs.stream().filter(job -> job.business() == Business.REPAIR && YearMonth.from(job.doneAt().atZone(calendar.zone())).equals(month))
                .filter(job -> job.customer().phone() != null && !job.customer().doNotCall() && customers.add(job.customer().account())).limit(CALLS).toList();
    }

    private long campaign(YearMonth month, int calls, Instant started, Instant ends, Instant decided) {
        return jdbc.sql("""
                insert into campaign (code, version, state, name, business, population, questionnaire, window_ends_at, opened, finding, created_at, created_by,
                    started_at, started_by, decided_at, decided_by)
                values ('TC-' || :year || '-' || lpad(nextval('campaign_number')::text, 4, '0'), 2, 'ANALYSED', '维修不满意原因专题', 'REPAIR',
                    jsonb_build_object('business', 'REPAIR', 'from', :from::text, 'to', :to::text, 'onlyBadlyRated', false, 'onlyComplaints', false,
                        'most', cast(:calls as integer), 'restDays', 0),
                    :questionnaire, :ends, :calls, :finding, :started, 'manager', :started, 'manager', :decided, 'manager')
                returning id""").param("year", month.getYear()).param("from", month.atDay(1).toString()).param("to", month.plusMonths(1).atDay(1).toString())
                .param("calls", calls).param("questionnaire", DemoQuestions.CODE).param("ends", at(ends)).param("finding", FINDING).param("started", at(started))
                .param("decided", at(decided)).query(Long.class).single();
    }

    private void calls(List<PastJob> chosen, long campaign, WorkingCalendar calendar, Instant started, Instant ends) {
        Random random = new Random(SEED);
        List<Map<String, Object>> calls = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            Instant called = calendar.plusWorking(started, Duration.ofMinutes(20 + i * 70L));
            boolean lapsed = i % 20 == 19;
            boolean reached = !lapsed && i % 11 != 10;
            boolean content = random.nextInt(4) == 0;
            calls.add(row("number", chosen.get(i).number(), "state", reached ? "EVALUATED" : lapsed ? "LAPSED" : "NOT_REACHED", "outcome",
                    reached ? content ? "SATISFIED" : "NEUTRAL" : lapsed ? "LAPSED" : "NOT_REACHED", "at", lapsed ? ends : called, "reached", reached, "rating",
                    reached ? content ? "GOOD" : random.nextInt(3) == 0 ? "PASS" : "FAIR" : null, "kept", reached ? random.nextInt(5) < 2 : null, "agent",
                    i % 2 == 0 ? "agent" : "agent2", "answers", reached && !content ? Map.of("cause", CAUSES.get(random.nextInt(CAUSES.size()))) : Map.of()));
        }
        jdbc.sql("""
                with x as (select * from jsonb_to_recordset(cast(:rows as jsonb)) as r(number text, state text, outcome text, at timestamptz, reached boolean,
                        rating text, kept boolean, agent text, answers jsonb)),
                call as (insert into follow_up_call (job_id, campaign_id, state, window_ends_at, attempts, appointment_kept, scale, rating, complaint, outcome,
                        agent, called_at, closed_at, questionnaire, questionnaire_version, answers)
                    select j.id, :campaign, x.state, :ends, case x.state when 'LAPSED' then 0 when 'NOT_REACHED' then 3 else 1 end, x.kept,
                        case when x.reached then 'GRADE5' end, x.rating, case when x.reached then false end, x.outcome, case when x.reached then x.agent end,
                        case when x.reached then x.at end, x.at, :questionnaire, 1, x.answers
                    from x join service_job j on j.external_id = x.number order by x.at, x.number
                    returning id, state, closed_at, called_at)
                insert into call_attempt (call_id, at, agent, reached)
                select call.id, call.closed_at - (n * interval '1 day'), case when call.id % 2 = 0 then 'agent' else 'agent2' end, call.called_at is not null
                from call, generate_series(0, 2) n
                where call.state = 'EVALUATED' and n = 0 or call.state = 'NOT_REACHED'""")
                .param("rows", rows.text(calls)).param("campaign", campaign).param("ends", at(ends)).param("questionnaire", DemoQuestions.CODE).update();
    }

    private void measure(long campaign, List<PastJob> chosen, YearMonth month, Instant decided) {
        jdbc.sql("""
                insert into measure (source, source_id, business, text, owner, decided_by, decided_at, due_on, state, result, ended_by, ended_at, figure,
                    baseline_numerator, baseline_denominator, baseline_from, baseline_to)
                select 'CAMPAIGN', :campaign, 'REPAIR', :text, 'leader', 'manager', :decided, cast(:to as date) + 60, 'DONE', '两个维修班均已按片区派工，配件周备货已执行。', 'manager',
                    :decided + interval '35 days', 'DISSATISFIED_RATE', count(*) filter (where g.meaning = 'DISSATISFIED'), count(*), :from, :to
                from follow_up_call c join service_job j on j.id = c.job_id join scale_grade g on g.scale = c.scale and g.code = c.rating
                where c.campaign_id is null and j.business = 'REPAIR' and j.external_id like :numbers""")
                .param("campaign", campaign).param("text", MEASURE).param("decided", at(decided)).param("from", month.atDay(1))
                .param("to", month.plusMonths(1).atDay(1)).param("numbers", chosen.get(0).number().replaceFirst("\\d+$", "%")).update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
