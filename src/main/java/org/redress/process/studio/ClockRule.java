package org.redress.process.studio;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.redress.deadline.Budget;
import org.redress.deadline.ClockKind;
import org.redress.deadline.PolicyException;

/** Every step is due at some moment: it runs on a clock of the case, or has a time of its own. */
final class ClockRule implements ProcessRule {

    /** Processes whose work is no case's: the house knows when it is due. */
    private static final Map<String, Set<String>> OTHER_CLOCKS = Map.of("callback", Set.of("CALL_WINDOW"), "briefing", Set.of("REVIEW"));

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        for (UserTask task : process.all(UserTask.class)) {
            Map<String, String> properties = ProcessFile.properties(task);
            String clock = properties.getOrDefault("redress.clock", "").strip();
            String budget = properties.getOrDefault("redress.budget", "").strip();
            if (clock.isEmpty() && budget.isEmpty()) {
                found.error(task.getId(), "clock.none");
            } else if (!clock.isEmpty() && ProcessFile.clock(task).isEmpty()
                    && !OTHER_CLOCKS.getOrDefault(ProcessFile.processOf(task), Set.of()).contains(clock)) {
                found.error(task.getId(), "clock.unknown", clock, names());
            }
            if (!budget.isEmpty() && read(budget).isEmpty()) {
                found.error(task.getId(), "clock.budget", budget);
            }
            String minutes = properties.getOrDefault("redress.workMinutes", "").strip();
            if (minutes.isEmpty()) {
                found.warning(task.getId(), "clock.noMinutes");
            } else if (ProcessFile.workMinutes(task).isEmpty()) {
                found.error(task.getId(), "clock.minutes", minutes);
            }
        }
    }

    static Optional<Budget> read(String budget) {
        try {
            return Optional.of(Budget.parse(budget));
        } catch (PolicyException e) {
            return Optional.empty();
        }
    }

    private static String names() {
        return String.join(", ", java.util.Arrays.stream(ClockKind.values()).map(Enum::name).toList());
    }
}
