package org.redress.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.Channel;
import org.redress.complaint.ComplaintIntake;
import org.redress.complaint.ComplaintIntake.Captured;
import org.redress.deadline.Calendars;
import org.redress.organisation.Absence;
import org.redress.organisation.Absences;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What boards show beside late cases: somebody away with a deputy, somebody away for half a day, and a pause that came very late. */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoBoards {

    private static final String SUMMARY = "燃气表走字异常，多次反映无人上门";
    /** Of the thirty working hours that an ordinary case has, all but one. */
    private static final Duration NEARLY_ALL = Duration.ofHours(29);

    private final Absences absences;
    private final ComplaintIntake intake;
    private final DemoDesk desk;
    private final Calendars calendars;
    private final Clock clock;

    DemoBoards(Absences absences, ComplaintIntake intake, DemoDesk desk, Calendars calendars, Clock clock) {
        this.absences = absences;
        this.intake = intake;
        this.desk = desk;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The second time it changes nothing. */
    void load() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (absences.of("clerk2").equals(Absence.NONE)) {
            absences.save("clerk2", new Absence("clerk", today, today.plusDays(9)));
            absences.save("handler2", new Absence("leader2", today.plusDays(1), today.plusDays(1), true, false));
        }
        Instant received = calendars.current().minusWorking(clock.instant(), NEARLY_ALL);
        var complaint = CaptureComplaint.by(Channel.COUNTER).customer(DemoCustomers.all().get(24)).summary(SUMMARY).category("gas.billing.meter")
                .receivedAt(received).source(DemoCases.SOURCE).sourceKey(SUMMARY).build();
        var taken = new AtomicReference<Captured>();
        desk.as("intake", actor -> taken.set(intake.capture(complaint)));
        if (!taken.get().duplicate()) {
            desk.assign(taken.get(), "repair-1", "gas.billing.meter");
            desk.sign(taken.get(), "handler");
            desk.waitForCustomer(taken.get(), "handler", "等客户确认上门时间。");
        }
    }
}
