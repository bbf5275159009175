package org.redress.demo;

import static org.redress.demo.PastRows.row;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.demo.PastJob.PastCall;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes customers, jobs, calls with their tries, and what customers answered: four statements for all of it. */
@Repository
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class PastJobTables {

    private final JdbcClient jdbc;
    private final PastRows rows;

    PastJobTables(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.rows = new PastRows(json);
    }

    void customers(List<PastCustomer> customers) {
        jdbc.sql("""
                insert into customer (account, name, phone, phone_digits, segment, address, area, do_not_call)
                select account, name, phone, digits, segment, address, area, silent
                from jsonb_to_recordset(cast(:rows as jsonb)) as x(account text, name text, phone text, digits text, segment text, address text,
                    area text, silent boolean)
                on conflict (account) do nothing""")
                .param("rows", rows.text(customers.stream().map(it -> row("account", it.account(), "name", it.name(), "phone", it.phone(), "digits",
                        it.phoneDigits(), "segment", it.segment(), "address", it.address(), "area", it.area(), "silent", it.doNotCall())).toList()))
                .update();
    }

    void jobs(List<PastJob> jobs) {
        jdbc.sql("""
                insert into service_job (external_id, business, done_at, appointment_at, team, employee, customer_id, customer_name, phone, segment,
                    warranty, sampled, rate, sampling_rule, received_at, region)
                select x.number, x.business, x.done_at, x.appointment_at, x.team, x.employee, c.id, c.name, c.phone, c.segment, x.warranty, x.sampled,
                    x.rate, x.rule, x.done_at + interval '2 hours', c.area
                from jsonb_to_recordset(cast(:rows as jsonb)) as x(number text, business text, done_at timestamptz, appointment_at timestamptz,
                    team text, employee text, account text, warranty boolean, sampled boolean, rate integer, rule text)
                join customer c on c.account = x.account
                order by x.done_at, x.number
                on conflict (external_id) do nothing""")
                .param("rows", rows.text(jobs.stream().map(it -> row("number", it.number(), "business", it.business(), "done_at", it.doneAt(),
                        "appointment_at", it.appointmentAt(), "team", it.team(), "employee", it.employee(), "account", it.customer().account(),
                        "warranty", it.warranty(), "sampled", it.call() != null, "rate", it.rate(), "rule", it.rule())).toList()))
                .update();
    }

    void calls(List<PastJob> jobs) {
        List<Map<String, Object>> calls = new ArrayList<>();
        List<Map<String, Object>> attempts = new ArrayList<>();
        for (PastJob job : jobs) {
            PastCall call = job.call();
            if (call != null) {
                int last = call.attempts().size() - 1;
                calls.add(row("number", job.number(), "state", call.state(), "window_ends_at", call.windowEndsAt(), "attempts", call.attempts().size(),
                        "kept", call.appointmentKept(), "reached", call.reached(), "rating", call.rating(), "suggestion", call.suggestion(), "outcome",
                        call.outcome(), "agent", call.agent(), "closed_at", call.closedAt()));
                for (int i = 0; i <= last; i++) {
                    Instant retry = i < last ? call.attempts().get(i + 1) : null;
                    attempts.add(row("number", job.number(), "at", call.attempts().get(i), "agent", call.agent(), "reached", call.reached() && i == last,
                            "retry_at", retry));
                }
            }
        }
        jdbc.sql("""
                insert into follow_up_call (job_id, state, window_ends_at, attempts, appointment_kept, scale, rating, suggestion, complaint, outcome,
                    agent, called_at, closed_at, questionnaire, questionnaire_version)
                select j.id, x.state, x.window_ends_at, x.attempts, x.kept, case when x.reached then 'GRADE5' end, x.rating, x.suggestion,
                    case when x.reached then false end, x.outcome, case when x.reached then x.agent end, case when x.reached then x.closed_at end,
                    x.closed_at, case when x.reached then 'STANDARD' end, case when x.reached then 1 end
                from jsonb_to_recordset(cast(:rows as jsonb)) as x(number text, state text, window_ends_at timestamptz, attempts integer, kept boolean,
                    reached boolean, rating text, suggestion text, outcome text, agent text, closed_at timestamptz)
                join service_job j on j.external_id = x.number
                order by x.closed_at, x.number""").param("rows", rows.text(calls)).update();
        jdbc.sql("""
                insert into call_attempt (call_id, at, agent, reached, retry_at)
                select c.id, x.at, x.agent, x.reached, x.retry_at
                from jsonb_to_recordset(cast(:rows as jsonb)) as x(number text, at timestamptz, agent text, reached boolean, retry_at timestamptz)
                join service_job j on j.external_id = x.number join follow_up_call c on c.job_id = j.id
                order by x.at, x.number""").param("rows", rows.text(attempts)).update();
    }

    /** One row an asking, as the call desk writes it: lapsed calls and those that nobody may make asked nobody. */
    void evaluations(List<PastJob> jobs) {
        jdbc.sql("""
                insert into evaluation (source_key, via, job_id, call_id, complaint_id, business, team, employee, region, segment, done_at, asked_at,
                    reached, answered_at, scale, rating, meaning, appointment_kept, suggestion, outcome, agent, case_number, campaign_id, questionnaire,
                    questionnaire_version, answers)
                select 'CALL:' || c.id, 'PHONE', j.id, c.id, k.id, j.business, j.team, j.employee, j.region, j.segment, j.done_at, c.closed_at,
                    c.called_at is not null, c.called_at, c.scale, c.rating, g.meaning, c.appointment_kept, c.suggestion, c.outcome, c.agent,
                    c.case_number, c.campaign_id, c.questionnaire, c.questionnaire_version, c.answers
                from follow_up_call c join service_job j on j.id = c.job_id
                left join scale_grade g on g.scale = c.scale and g.code = c.rating
                left join complaint k on k.number = c.case_number
                where j.external_id = any(:numbers) and c.state in ('EVALUATED', 'COMPLAINT', 'NOT_REACHED')
                order by c.closed_at, c.id
                on conflict (source_key) do nothing""")
                .param("numbers", jobs.stream().map(PastJob::number).toArray(String[]::new)).update();
    }
}
