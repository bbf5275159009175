package org.redress.callback;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.redress.organisation.Organisation;
import org.redress.shared.LivePageEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes lines of the call programme, many at a time, and starts those that can be called. A job has one line a campaign, and one outside. */
@Component
class CallLines {

    private final JdbcClient jdbc;
    private final JsonRows json;
    private final CallWorkflow workflow;
    private final Organisation organisation;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallLines(JdbcClient jdbc, JsonRows json, CallWorkflow workflow, Organisation organisation, Calendars calendars,
            ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.workflow = workflow;
        this.organisation = organisation;
        this.calendars = calendars;
        this.events = events;
        this.clock = clock;
    }

    /** @param questionnaire null for what is asked of the business; @return how many lines stand in each state now, new ones only */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<CallState, Integer> write(List<NewLine> lines, @Nullable Long campaignId, @Nullable String questionnaire) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, calendars.current().zone());
        Map<Long, NewLine> byJob = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (NewLine line : lines) {
            CallState state = line.state(now);
            byJob.put(line.jobId(), line);
            rows.add(new Row(line.jobId(), state, line.windowEndsAt(), state == CallState.OPEN ? agent(line, today) : null));
        }
        Map<CallState, Integer> written = new EnumMap<>(CallState.class);
        List<CallStart> starts = new ArrayList<>();
        insert(rows, campaignId, questionnaire, now).forEach(line -> {
            written.merge(line.state(), 1, Integer::sum);
            NewLine facts = byJob.get(line.jobId());
            if (line.state() == CallState.OPEN && facts != null) {
                starts.add(facts.start(line.id(), campaignId, questionnaire, line.namedAgent()));
            }
        });
        if (!starts.isEmpty()) {
            workflow.start(starts);
            events.publishEvent(new LivePageEvent("calls", "list", 0));
        }
        return written;
    }

    /** The customer's named person or who stands in for them today; never the rated employee, who must not make the call. */
    private @Nullable String agent(NewLine line, LocalDate today) {
        String named = line.vipAgent();
        if (named == null) {
            return null;
        }
        String there = organisation.standIn(named, today);
        return there == null || there.equals(line.employee()) ? null : there;
    }

    private List<Written> insert(List<Row> rows, @Nullable Long campaignId, @Nullable String questionnaire, Instant now) {
        return jdbc.sql("""
                insert into follow_up_call (job_id, state, window_ends_at, named_agent, campaign_id, questionnaire, outcome, closed_at)
                select r.job_id, r.state, r.window_ends_at, r.named_agent, cast(:campaign as bigint), cast(:questionnaire as varchar),
                       case when r.state <> 'OPEN' then r.state end, case when r.state <> 'OPEN' then cast(:now as timestamptz) end
                from jsonb_to_recordset(cast(:rows as jsonb)) as r(job_id bigint, state text, window_ends_at timestamptz, named_agent text)
                on conflict do nothing
                returning id, job_id, state, named_agent""")
                .param("campaign", campaignId).param("questionnaire", questionnaire).param("now", JobTable.offset(now))
                .param("rows", json.of(rows.stream().map(Row::columns).toList()))
                .query((row, number) -> new Written(row.getLong("id"), row.getLong("job_id"), CallState.valueOf(row.getString("state")),
                        row.getString("named_agent")))
                .list();
    }

    private record Row(long jobId, CallState state, Instant windowEndsAt, @Nullable String agent) {

        Map<String, @Nullable Object> columns() {
            Map<String, @Nullable Object> columns = new HashMap<>();
            columns.put("job_id", jobId);
            columns.put("state", state.name());
            columns.put("window_ends_at", windowEndsAt);
            columns.put("named_agent", agent);
            return columns;
        }
    }

    private record Written(long id, long jobId, CallState state, @Nullable String namedAgent) {
    }
}
