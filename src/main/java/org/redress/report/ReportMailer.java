package org.redress.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.redress.deadline.Calendars;
import org.redress.deadline.WorkingCalendar;
import org.redress.notification.Message;
import org.redress.notification.Messages;
import org.redress.notification.Recipient;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.report.ViewSchedule.Reader;
import org.redress.shared.Bilingual;
import org.redress.shared.CurrentActor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends one view to its readers: its numbers as each reader may see them, and the way to it. A mail of a view, a day and a reader is told once,
 * whoever tries again.
 */
@Component
class ReportMailer {

    private static final int MOST_LINES = 12;

    private final JdbcClient jdbc;
    private final SavedViews views;
    private final Schedules schedules;
    private final ReportReaders readers;
    private final Reports reports;
    private final FigureWords words;
    private final Messages messages;
    private final Organisation organisation;
    private final CurrentActor current;
    private final Calendars calendars;
    private final Clock clock;
    private final String site;

    ReportMailer(JdbcClient jdbc, SavedViews views, Schedules schedules, ReportReaders readers, Reports reports, FigureWords words, Messages messages,
            Organisation organisation, CurrentActor current, Calendars calendars, Clock clock, @Value("${redress.public-url}") String site) {
        this.jdbc = jdbc;
        this.views = views;
        this.schedules = schedules;
        this.readers = readers;
        this.reports = reports;
        this.words = words;
        this.messages = messages;
        this.organisation = organisation;
        this.current = current;
        this.calendars = calendars;
        this.clock = clock;
        this.site = site.replaceAll("/+$", "");
    }

    /** Views whose day has come; none outside the working days, and none before the morning. */
    List<Long> due() {
        ZonedDateTime now = now();
        if (now.toLocalTime().isBefore(Schedules.MORNING) || calendar().slots(now.toLocalDate()).isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select view_id from view_schedule where not paused and next_on <= :today order by next_on, view_id")
                .param("today", now.toLocalDate()).query(Long.class).list();
    }

    /** Does nothing where somebody else sends it at this moment, or has sent it. */
    @Transactional
    void send(long viewId) {
        LocalDate today = now().toLocalDate();
        Optional<LocalDate> day = jdbc.sql("select next_on from view_schedule where view_id = :id and not paused and next_on <= :today for update skip locked")
                .param("id", viewId).param("today", today).query(LocalDate.class).optional();
        if (day.isEmpty()) {
            return;
        }
        SavedView view = views.find(viewId).orElseThrow();
        ViewSchedule schedule = schedules.find(viewId).orElseThrow();
        for (Reader reader : schedule.readers()) {
            if (!reader.stopped() && (view.shared() || reader.username().equals(view.owner())) && readers.mayRead(reader.username())) {
                organisation.person(reader.username()).ifPresent(person -> tell(view, day.get(), person));
            }
        }
        jdbc.sql("update view_schedule set next_on = :next where view_id = :id").param("next", schedule.rhythm().next(today, calendar()))
                .param("id", viewId).update();
    }

    private void tell(SavedView view, LocalDate day, Person person) {
        ReportQuery query = ReportQuery.of(view.query(), day);
        Map<String, String> values = current.callAs(readers.acting(person), () -> Map.of("view", view.name(),
                "days", Message.both(new Bilingual(words.period(query, Locale.ENGLISH), words.period(query, Locale.SIMPLIFIED_CHINESE))),
                "numbers", numbers(query), "link", link(view, query)));
        messages.send(new Message("report/" + view.id() + "/" + day + "/" + person.username(), "report.scheduled",
                Recipient.person(person.username(), person.email(), null, person.phone()), values, null, false));
    }

    /** The totals of the view, a line each. */
    private String numbers(ReportQuery query) {
        List<ReportLine> lines = reports.lines(query.by(null));
        return Message.both(new Bilingual(numbers(lines, Locale.ENGLISH), numbers(lines, Locale.SIMPLIFIED_CHINESE)));
    }

    private String numbers(List<ReportLine> lines, Locale locale) {
        return lines.stream().limit(MOST_LINES).map(line -> words.sentence(line, locale)).collect(Collectors.joining("\n"));
    }

    private String link(SavedView view, ReportQuery query) {
        return site + "/reports?view=" + view.id() + "&from=" + query.from();
    }

    private ZonedDateTime now() {
        return ZonedDateTime.ofInstant(clock.instant(), calendar().zone());
    }

    private WorkingCalendar calendar() {
        return calendars.current();
    }
}
