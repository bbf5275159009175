package org.redress.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.redress.deadline.WorkingCalendar;
import org.redress.organisation.Role;
import org.redress.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the day is, how fast it goes and when it ends: the list is sized to what an agent can make. */
@Component
class CallPace {

    /** A pace is that of the last two hours: an agent who had a hard morning is not slow in the afternoon. */
    private static final Duration LOOK_BACK = Duration.ofHours(2);
    private static final int ENOUGH_CALLS = 3;
    private static final Duration ENOUGH_TIME = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final CallQueue queue;
    private final CallPromises promises;
    private final CallCapacity capacity;
    private final Calendars calendars;
    private final Clock clock;

    CallPace(JdbcClient jdbc, CallQueue queue, CallPromises promises, CallCapacity capacity, Calendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.promises = promises;
        this.capacity = capacity;
        this.calendars = calendars;
        this.clock = clock;
    }

    CallDay day(Actor actor, Map<CallGroup, Integer> counts) {
        Instant now = clock.instant();
        WorkingCalendar calendar = calendars.current();
        LocalDate today = LocalDate.ofInstant(now, calendar.zone());
        Instant start = today.atStartOfDay(calendar.zone()).toInstant();
        int callable = counts.values().stream().mapToInt(Integer::intValue).sum();
        Made made = made(actor.username(), start, now);
        CallQueue.Later later = queue.later(now);
        CallPromises.Kept kept = promises.kept(start, today.plusDays(1).atStartOfDay(calendar.zone()).toInstant(), now);
        CallDay.Team team = new CallDay.Team(callable, counts.values().stream().anyMatch(count -> count >= CallQueue.CAP), made.all(),
                made.agents(), later.count(), later.next(), kept.kept(), kept.kept() + kept.broken());
        return new CallDay(actor.hasAny(Role.CALLBACK_AGENT.name()) ? mine(actor, made, callable, today, calendar, now) : null, team);
    }

    private CallDay.Mine mine(Actor actor, Made made, int callable, LocalDate today, WorkingCalendar calendar, Instant now) {
        int quota = capacity.of(actor.username(), today, today.plusDays(1)).least();
        int left = Math.min(callable, Math.max(0, quota - made.mine()));
        Instant since = made.recentFrom() == null ? now : made.recentFrom();
        Duration spent = calendar.workingTime(since, now);
        boolean measured = made.recent() >= ENOUGH_CALLS && spent.compareTo(ENOUGH_TIME) >= 0;
        double anHour = measured ? made.recent() * 60.0 / spent.toMinutes() : planned(quota, calendar, today);
        Instant ends = left == 0 || anHour == 0 ? null : calendar.plusWorking(now, Duration.ofSeconds(Math.round(left / anHour * 3600)));
        return new CallDay.Mine(quota, made.mine(), left, Math.round(anHour), measured, ends);
    }

    private static double planned(int quota, WorkingCalendar calendar, LocalDate today) {
        Duration day = calendar.workingTime(today.atStartOfDay(calendar.zone()).toInstant(),
                today.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
        return day.isZero() ? 0 : quota * 60.0 / day.toMinutes();
    }

    /** @param recent the agent's attempts since {@code recentFrom}, the first of them within the look back */
    private record Made(int mine, int recent, @Nullable Instant recentFrom, int all, int agents) {
    }

    private Made made(String agent, Instant start, Instant now) {
        Instant back = now.minus(LOOK_BACK).isAfter(start) ? now.minus(LOOK_BACK) : start;
        return jdbc.sql("""
                select count(*) filter (where agent = :agent) as mine, count(*) filter (where agent = :agent and at >= :back) as recent,
                       min(at) filter (where agent = :agent and at >= :back) as recent_from, count(*) as made, count(distinct agent) as agents
                from call_attempt where at >= :start and at <= :now""")
                .param("agent", agent).param("back", JobTable.offset(back)).param("start", JobTable.offset(start)).param("now", JobTable.offset(now))
                .query((row, number) -> new Made(row.getInt("mine"), row.getInt("recent"), CallRow.moment(row, "recent_from"),
                        row.getInt("made"), row.getInt("agents")))
                .single();
    }
}
