package org.redress.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.deadline.ClockKind;
import org.redress.deadline.WorkingCalendar;
import org.redress.worklist.StepTimes;
import org.springframework.stereotype.Component;

/**
 * When a step must begin at the latest (最迟开始时间): its due moment minus the working time it needs, or the due moment of the whole resolution
 * minus the working time of all steps until then, whichever comes first.
 */
@Component
class SafeStart {

    /** Working time of a step whose model does not say, minutes. */
    private static final int USUAL_MINUTES = 30;

    private final ModelLibrary models;
    private final StepsAhead ahead;
    private final StepTimes times;
    private final ComplaintLifecycle complaints;

    SafeStart(ModelLibrary models, StepsAhead ahead, StepTimes times, ComplaintLifecycle complaints) {
        this.models = models;
        this.ahead = ahead;
        this.times = times;
        this.complaints = complaints;
    }

    /** @param minutes working time from then until what is due */
    record Start(Instant by, int minutes) {
    }

    Start ofCase(long caseId, String definitionId, String key, @Nullable String severity, Instant due, WorkingCalendar hours) {
        Start own = of(definitionId, List.of(key), severity, due, hours);
        List<String> steps = ahead.until(definitionId, key, ClockKind.RESOLVE);
        if (steps.size() < 2) {
            return own;
        }
        Start whole = of(definitionId, steps, severity, complaints.due(caseId, ClockKind.RESOLVE).dueAt(), hours);
        return whole.by().isBefore(own.by()) ? whole : own;
    }

    Start of(String definitionId, List<String> steps, @Nullable String severity, Instant due, WorkingCalendar hours) {
        int minutes = steps.stream().mapToInt(step -> times.of(step, severity,
                models.text(definitionId, step).minutes("redress.workMinutes", USUAL_MINUTES)).safe()).sum();
        return new Start(hours.latestSafeStart(due, Duration.ofMinutes(minutes)), minutes);
    }
}
