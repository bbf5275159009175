package org.redress.process.studio;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Expression;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockPolicy;
import org.redress.process.studio.SampleDates.Sample;
import org.redress.studio.ModelKind;

/** Every timer gives a moment that lies ahead and within reach, on an ordinary day, on the eve of a long holiday and when the clocks change. */
final class TimerRule implements ProcessRule {

    private static final int FARTHEST_YEARS = 2;
    private static final Duration SHORTEST_CYCLE = Duration.ofMinutes(1);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        List<TimerEventDefinition> timers = process.all(TimerEventDefinition.class);
        if (timers.isEmpty()) {
            return;
        }
        Optional<ClockPolicy> policy = models.content(ModelKind.DECISION.file("sla-policy")).flatMap(house::policy);
        List<Sample> samples = SampleDates.of(house.calendar(), house.now());
        for (TimerEventDefinition timer : timers) {
            kind(timer).ifPresent(kind -> look(process, models, house, policy, samples, timer, kind, found));
        }
    }

    private enum Kind {
        DATE("dueDate"), DURATION("duration"), CYCLE("cycle");

        private final String calendar;

        Kind(String calendar) {
            this.calendar = calendar;
        }
    }

    private static Optional<Kind> kind(TimerEventDefinition timer) {
        if (timer.getTimeDate() != null) {
            return Optional.of(Kind.DATE);
        }
        if (timer.getTimeDuration() != null) {
            return Optional.of(Kind.DURATION);
        }
        return timer.getTimeCycle() == null ? Optional.empty() : Optional.of(Kind.CYCLE);
    }

    private static void look(ProcessFile process, Models models, House house, Optional<ClockPolicy> policy, List<Sample> samples, TimerEventDefinition timer, Kind kind,
            Findings found) {
        String element = timer.getParentElement() instanceof BaseElement event ? Known.idOf(event) : Known.idOf(timer);
        String text = text(timer, kind);
        List<String> moments = new ArrayList<>();
        String wrong = "";
        try {
            for (Sample sample : samples) {
                SampleCase sampleCase = new SampleCase(house.calendar(), policy, sample.at());
                answers(process, models, sample.at(), sampleCase);
                Object value = sampleCase.value(text);
                if (SampleCase.isUnknown(value)) {
                    throw new SampleCase.Unknown(SampleCase.nameOf(value));
                }
                Instant due = due(house, kind, value, sample.at());
                moments.add(shown(house, sample.at()) + " → " + (due == null ? "—" : shown(house, due)));
                wrong = wrong.isEmpty() ? wrong(due, sample.at(), kind) : wrong;
            }
        } catch (SampleCase.Unknown e) {
            found.warning(element, "timer.noSample", text, e.name());
            return;
        } catch (RuntimeException e) {
            found.error(element, "timer.unreadable", text);
            return;
        }
        if (!wrong.isEmpty()) {
            found.error(element, wrong, text, String.join("; ", moments));
        }
    }

    private static String text(TimerEventDefinition timer, Kind kind) {
        Expression expression = switch (kind) {
            case DATE -> timer.getTimeDate();
            case DURATION -> timer.getTimeDuration();
            case CYCLE -> timer.getTimeCycle();
        };
        return expression.getTextContent().strip();
    }

    /** What the people of the process would have answered: a date tomorrow, a number one. */
    private static void answers(ProcessFile process, Models models, Instant at, SampleCase sample) {
        for (UserTask task : process.all(UserTask.class)) {
            FormFile.components(models.form(ProcessFile.text(task.getCamundaFormRef()))).forEach((JsonNode field) -> {
                switch (field.path("type").asText()) {
                    case "datetime" -> sample.know(field.path("key").asText(), Date.from(at.plus(Duration.ofDays(1))));
                    case "number" -> sample.know(field.path("key").asText(), 1L);
                    case "checkbox" -> sample.know(field.path("key").asText(), true);
                    default -> {
                        // a text tells no timer anything
                    }
                }
            });
        }
    }

    private static @Nullable Instant due(House house, Kind kind, @Nullable Object value, Instant from) {
        if (kind == Kind.DATE && value instanceof Date date) {
            return date.toInstant();
        }
        if (!(value instanceof String text) || text.isBlank()) {
            throw new IllegalArgumentException("A timer needs a date or a text");
        }
        Date due = house.due(kind.calendar, text, Date.from(from));
        return due == null ? null : due.toInstant();
    }

    private static String wrong(@Nullable Instant due, Instant from, Kind kind) {
        if (due == null) {
            return "timer.never";
        }
        if (due.isBefore(from)) {
            return "timer.past";
        }
        if (due.isAfter(from.plus(Duration.ofDays(366L * FARTHEST_YEARS)))) {
            return "timer.far";
        }
        return kind == Kind.CYCLE && due.isBefore(from.plus(SHORTEST_CYCLE)) ? "timer.often" : "";
    }

    private static String shown(House house, Instant moment) {
        return SHOWN.format(moment.atZone(house.calendar().zone()));
    }
}
