package org.redress.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.process.CaseStandings.Reading;
import org.redress.process.CaseStandings.Standing;
import org.redress.process.MigrationPlans.Prepared;
import org.redress.process.ModelShape.Node;
import org.redress.shared.Bilingual;
import org.redress.studio.CaseMigrations.ClockMove;
import org.redress.studio.CaseMigrations.Forecast;
import org.redress.studio.CaseMigrations.Step;
import org.redress.studio.CaseMigrations.Why;
import org.redress.studio.CaseMigrations.Work;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a migration would make of instances, told from both models and from where each stands, without asking the engine for each. */
@Component
class CaseForesight {

    private final CaseStandings standings;
    private final FormLibrary forms;
    private final MessageSource messages;

    CaseForesight(CaseStandings standings, FormLibrary forms, MessageSource messages) {
        this.standings = standings;
        this.forms = forms;
        this.messages = messages;
    }

    List<Forecast> of(Prepared plan, Collection<String> instances) {
        return standings.of(instances).values().stream().map(standing -> forecast(plan, standing)).toList();
    }

    Forecast forecast(Prepared plan, Standing standing) {
        List<Step> steps = standing.leaves().stream().map(leaf -> step(plan, standing, leaf)).toList();
        Map<ClockKind, Integer> then = timersThen(plan, standing);
        List<ClockMove> clocks = new ArrayList<>();
        Why lost = null;
        for (ClockKind kind : clocksOf(plan)) {
            Reading reading = standing.clocks().get(kind);
            if (reading == null) {
                continue;
            }
            int timers = then.getOrDefault(kind, 0);
            Instant next = reading.nextStepAt();
            clocks.add(new ClockMove(kind, reading.paused(), reading.dueAt(), reading.dueAt(), reading.nextLevel(), next, timers == 0 ? null : next));
            if (lost == null && next != null && timers != 1) {
                lost = Why.of(timers == 0 ? "studio.migration.why.clockLost" : "studio.migration.why.clockTwice", clockName(kind));
            }
        }
        return new Forecast(standing.instance(), standing.label(), standing.mark(), steps, clocks, why(plan, standing, steps, lost));
    }

    private static @Nullable Why why(Prepared plan, Standing standing, List<Step> steps, @Nullable Why lost) {
        if (!standing.definition().equals(plan.from().getId())) {
            return Why.of("studio.migration.why.otherVersion");
        }
        for (Step step : steps) {
            if (step.to() == null) {
                return Why.of("studio.migration.why.unmappedAt", step.name());
            }
        }
        return plan.plan() == null ? Why.of("studio.migration.why.plan") : lost;
    }

    private Step step(Prepared plan, Standing standing, String leaf) {
        Node from = plan.before().node(leaf);
        String target = plan.mapping().get(leaf);
        Node to = target == null ? null : plan.after().node(target);
        Instant due = standing.due().get(leaf);
        return new Step(leaf, name(from, leaf), target, target == null ? null : name(to, target), work(plan, from, to), due, to == null ? null : dueThen(standing, to, due));
    }

    private static Bilingual name(@Nullable Node node, String id) {
        return node == null || node.name().en().isEmpty() ? new Bilingual(id, id) : node.name();
    }

    /** The clock of the step in the new version; the promise where that does not run. Steps of no case keep what they have. */
    private static @Nullable Instant dueThen(Standing standing, Node to, @Nullable Instant now) {
        if (now == null || standing.caseId() == null) {
            return now;
        }
        Reading clock = to.due() == null ? null : standing.clocks().get(to.due());
        Reading promise = standing.clocks().get(ClockKind.PROMISE);
        return clock != null ? clock.dueAt() : promise != null ? promise.dueAt() : now;
    }

    Work work(Prepared plan, @Nullable Node from, @Nullable Node to) {
        if (from == null || !from.task()) {
            return Work.NONE;
        }
        if (to == null) {
            return Work.KEPT;
        }
        if (!Objects.equals(from.offered(), to.offered())) {
            return Work.OFFERED_ANEW;
        }
        return sameForm(plan, from, to) ? Work.KEPT : Work.OTHER_FORM;
    }

    /** Another release of the same form is another form when it reads otherwise. */
    boolean sameForm(Prepared plan, Node from, Node to) {
        String before = from.form();
        String after = to.form();
        if (before == null || after == null) {
            return Objects.equals(before, after);
        }
        return before.equals(after) && forms.form(new FormReference(plan.from().getDeploymentId(), before))
                .equals(forms.form(new FormReference(plan.to().getDeploymentId(), after)));
    }

    private static Set<ClockKind> clocksOf(Prepared plan) {
        Set<ClockKind> kinds = new LinkedHashSet<>();
        for (ModelShape shape : List.of(plan.before(), plan.after())) {
            shape.clocked().values().stream().map(Node::clock).filter(Objects::nonNull).sorted().forEach(kinds::add);
        }
        return kinds;
    }

    /**
     * Timers of each clock afterwards: those that are taken along, and those that begin with a new sub-process or a new clock of an old one. One that
     * has fired before begins no second time ({@link #hasFired}).
     */
    private static Map<ClockKind, Integer> timersThen(Prepared plan, Standing standing) {
        Map<ClockKind, Integer> then = new EnumMap<>(ClockKind.class);
        Set<String> taken = new HashSet<>();
        for (String timer : standing.timers()) {
            Node to = plan.after().node(plan.target(timer));
            if (to != null) {
                taken.add(to.id());
                if (to.clock() != null) {
                    then.merge(to.clock(), 1, Integer::sum);
                }
            }
        }
        Set<String> scopes = scopesThen(plan, standing);
        for (Node start : plan.after().clocked().values()) {
            if (start.startsBeside() && scopes.contains(plan.after().besideOf(start)) && !taken.contains(start.id())
                    && !hasFired(plan, standing.leaves(), start.id()) && start.clock() != null) {
                then.merge(start.clock(), 1, Integer::sum);
            }
        }
        return then;
    }

    private static Set<String> scopesThen(Prepared plan, Standing standing) {
        Set<String> scopes = new HashSet<>(Set.of(""));
        for (String leaf : standing.leaves()) {
            scopes.addAll(plan.after().around(plan.target(leaf)));
        }
        return scopes;
    }

    /**
     * Whether a timer of the old version that would go on as this one lay in a sub-process in which the case stood: then it waits still, or it has fired and
     * must not begin again. The engine knows that of boundary timers only.
     */
    static boolean hasFired(Prepared plan, Collection<String> leaves, String start) {
        Set<String> stood = new HashSet<>(Set.of(""));
        leaves.forEach(leaf -> stood.addAll(plan.before().around(leaf)));
        return plan.mapping().entrySet().stream().filter(entry -> entry.getValue().equals(start)).map(entry -> plan.before().node(entry.getKey()))
                .anyMatch(old -> old != null && old.startsBeside() && stood.contains(plan.before().besideOf(old))
                        && continued(plan, plan.before().besideOf(old), plan.after(), start));
    }

    /** Whether the sub-process around the old timer is the one around the new. */
    private static boolean continued(Prepared plan, String scope, ModelShape after, String start) {
        Node to = after.node(start);
        return to != null && (scope.isEmpty() ? "" : plan.target(scope)).equals(after.besideOf(to));
    }

    Bilingual clockName(ClockKind kind) {
        String key = "enum.ClockKind." + kind;
        return new Bilingual(messages.getMessage(key, null, Locale.ENGLISH), messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
    }
}
