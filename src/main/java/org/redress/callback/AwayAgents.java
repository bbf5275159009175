package org.redress.callback;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.worklist.TaskDesk;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * Puts calls back on the list that agents took and left: at once when somebody signs out, after a while when nothing is seen of them (a
 * closed browser, an ended session). What is theirs by name stays with them.
 */
@Component
class AwayAgents {

    private final JdbcClient jdbc;
    private final TaskDesk tasks;
    private final CallSettings settings;
    private final Clock clock;

    AwayAgents(JdbcClient jdbc, TaskDesk tasks, CallSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        release(event.getAuthentication().getName(), clock.instant(), "SIGNED_OUT");
    }

    /** @return how many calls are free again */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    int releaseWhatWasLeft() {
        return release(null, clock.instant().minus(settings.away()), "AWAY");
    }

    private int release(@Nullable String agent, Instant unseenSince, String why) {
        List<Held> left = jdbc.sql("""
                select t.id, t.assignee from open_task t join follow_up_call c on c.id = t.subject_id
                left join agent_presence a on a.username = t.assignee
                where t.kind = 'CALL' and c.state = 'OPEN' and t.assignee is not null and c.named_agent is distinct from t.assignee
                    and t.assignee = coalesce(cast(:agent as varchar), t.assignee)
                    and (cast(:agent as varchar) is not null or t.claimed_at < :since and coalesce(a.seen_at, t.claimed_at) < :since)
                order by t.id""")
                .param("agent", agent).param("since", JobTable.offset(unseenSince)).query(Held.class).list();
        return (int) left.stream().filter(held -> tasks.takeBack(held.id(), held.assignee(), why)).count();
    }

    private record Held(String id, String assignee) {
    }
}
