package org.redress.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.redress.deadline.Calendars;
import org.redress.deadline.WorkingCalendar;
import org.redress.report.ViewSchedule.Reader;
import org.redress.shared.AuditTrail;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which views are mailed, how often and to whom (定期发送). Its owner decides; every reader can take themselves off. */
@Service
@Transactional
public class Schedules {

    /** From this time of a working day on. */
    public static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int MOST_READERS = 50;

    private final JdbcClient jdbc;
    private final SavedViews views;
    private final ReportReaders readers;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    Schedules(JdbcClient jdbc, SavedViews views, ReportReaders readers, Calendars calendars, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.views = views;
        this.readers = readers;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    private record Line(long viewId, String rhythm, LocalDate nextOn, boolean paused) {
    }

    /** Of a view that the reader may open. */
    @Transactional(readOnly = true)
    public Optional<ViewSchedule> of(long viewId) {
        views.one(viewId);
        return find(viewId);
    }

    Optional<ViewSchedule> find(long viewId) {
        return jdbc.sql("select * from view_schedule where view_id = :id").param("id", viewId).query(Line.class).optional()
                .map(line -> new ViewSchedule(viewId, Rhythm.valueOf(line.rhythm()), line.nextOn(), line.paused(),
                        jdbc.sql("select username, stopped from view_recipient where view_id = :id order by username").param("id", viewId).query(Reader.class).list()));
    }

    /**
     * Mails the view from the next week or month on. Who had taken themselves off stays off.
     *
     * @throws Problem 422 for nobody, too many, somebody who may not read reports, or others where the view is not shared; 403 for somebody else's view
     */
    public void set(long viewId, Rhythm rhythm, Set<String> recipients) {
        SavedView view = views.own(viewId);
        check(view, recipients);
        LocalDate next = rhythm.next(today(), calendar());
        jdbc.sql("""
                insert into view_schedule as s (view_id, rhythm, next_on) values (:id, :rhythm, :next)
                on conflict (view_id) do update set rhythm = excluded.rhythm,
                    next_on = case when s.rhythm = excluded.rhythm then s.next_on else excluded.next_on end""")
                .param("id", viewId).param("rhythm", rhythm.name()).param("next", next).update();
        jdbc.sql("delete from view_recipient where view_id = :id and username <> all(:names)").param("id", viewId)
                .param("names", recipients.toArray(String[]::new)).update();
        recipients.forEach(name -> jdbc.sql("insert into view_recipient (view_id, username) values (:id, :name) on conflict do nothing")
                .param("id", viewId).param("name", name).update());
        audit.record("SCHEDULE_VIEW", "VIEW", String.valueOf(viewId), Map.of("rhythm", rhythm, "recipients", List.copyOf(recipients)));
    }

    /** @throws Problem 403 for somebody else's view, 404 where it is not mailed */
    public void pause(long viewId, boolean paused) {
        views.own(viewId);
        ViewSchedule known = require(viewId);
        LocalDate next = paused || !known.nextOn().isBefore(today()) ? known.nextOn() : known.rhythm().next(today(), calendar());
        jdbc.sql("update view_schedule set paused = :paused, next_on = :next where view_id = :id").param("paused", paused).param("next", next)
                .param("id", viewId).update();
        audit.record(paused ? "PAUSE_VIEW" : "RESUME_VIEW", "VIEW", String.valueOf(viewId), Map.of());
    }

    /** Ends the mail; the view stays. @throws Problem 403 for somebody else's view */
    public void end(long viewId) {
        views.own(viewId);
        jdbc.sql("delete from view_schedule where view_id = :id").param("id", viewId).update();
        audit.record("UNSCHEDULE_VIEW", "VIEW", String.valueOf(viewId), Map.of());
    }

    /** Takes oneself off, or on again. @throws Problem 404 for who is no recipient */
    public void stop(long viewId, boolean stopped) {
        int rows = jdbc.sql("update view_recipient set stopped = :stopped where view_id = :id and username = :me").param("stopped", stopped)
                .param("id", viewId).param("me", views.me()).update();
        if (rows == 0) {
            throw Problem.notFound("report.problem.view");
        }
        audit.record(stopped ? "UNSUBSCRIBE_VIEW" : "SUBSCRIBE_VIEW", "VIEW", String.valueOf(viewId), Map.of());
    }

    private void check(SavedView view, Set<String> recipients) {
        if (recipients.isEmpty()) {
            throw Problem.invalid("recipients", "report.problem.nobody");
        }
        if (recipients.size() > MOST_READERS) {
            throw Problem.invalid("recipients", "report.problem.tooMany", MOST_READERS);
        }
        Set<String> strangers = new LinkedHashSet<>(recipients);
        strangers.removeIf(readers::mayRead);
        if (!strangers.isEmpty()) {
            throw Problem.invalid("recipients", "report.problem.mayNot", String.join(", ", strangers));
        }
        if (!view.shared() && !recipients.equals(Set.of(view.owner()))) {
            throw Problem.invalid("recipients", "report.problem.notShared");
        }
    }

    private ViewSchedule require(long viewId) {
        return find(viewId).orElseThrow(() -> Problem.notFound("report.problem.view"));
    }

    private LocalDate today() {
        return ZonedDateTime.ofInstant(clock.instant(), calendar().zone()).toLocalDate();
    }

    private WorkingCalendar calendar() {
        return calendars.current();
    }
}
