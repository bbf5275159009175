package org.redress.studio;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.studio.Finding.Layer;
import org.redress.studio.Finding.Weight;
import org.redress.studio.Releases.Wish;
import org.springframework.stereotype.Component;

/** Makes requests for a release: which files, whether they are sound, on what they stand. */
@Component
class ReleaseRequests {

    /** The call plan has its own releases of this table (ADR 13). */
    static final String CALL_PLAN = ModelKind.DECISION.file("sampling");

    private final ReleaseBook book;
    private final Changes changes;
    private final RunningModels running;
    private final ModelChecks checks;
    private final ReleaseSteps steps;
    private final Clock clock;

    ReleaseRequests(ReleaseBook book, Changes changes, RunningModels running, ModelChecks checks, ReleaseSteps steps, Clock clock) {
        this.book = book;
        this.changes = changes;
        this.running = running;
        this.checks = checks;
        this.steps = steps;
        this.clock = clock;
    }

    Release ofChange(long id, Wish wish, String by) {
        check(wish);
        book.alone();
        ModelSet set = changes.setOf(id);
        Set<String> overtaken = changes.overtaken(id);
        if (!overtaken.isEmpty()) {
            throw Problem.conflict("studio.release.problem.overtaken", String.join(", ", overtaken));
        }
        Set<String> different = running.inForce().differences(set);
        if (different.isEmpty()) {
            throw Problem.conflict("studio.release.problem.nothing");
        }
        sound(set, different, List.of(Layer.values()));
        changes.submitted(id);
        Wish named = new Wish(changes.find(id).title(), wish.note(), wish.versionTag(), wish.notBefore(), wish.notAfter());
        return steps.asked(ReleaseKind.CHANGE, id, named, set, different, by);
    }

    /** In force already, or asked for and not decided yet. */
    Optional<Release> same(Map<String, byte[]> files) {
        ModelSet inForce = running.inForce();
        ModelSet set = inForce.with(named(files));
        if (inForce.differences(set).isEmpty()) {
            return book.inForce();
        }
        return book.list("kind = 'PIPELINE' and state in ('SUBMITTED', 'APPROVED') and fingerprint = ? order by id desc limit 1", ModelContents.fingerprint(set))
                .stream().filter(open -> moved(open).isEmpty()).findFirst();
    }

    Release ofFiles(Map<String, byte[]> files, Wish wish, String by) {
        check(wish);
        book.alone();
        ModelSet inForce = running.inForce();
        ModelSet set = inForce.with(named(files));
        Set<String> different = inForce.differences(set);
        sound(set, different, List.of(Layer.values()));
        return steps.asked(ReleaseKind.PIPELINE, null, wish, set, different, by);
    }

    /** What worked once is not held up by a rule of the house that came later: what must be undone must be undone quickly. */
    Release back(Release target, String note, String by) {
        book.alone();
        ModelSet inForce = running.inForce();
        ModelSet set = withCallPlan(target, inForce);
        Set<String> different = inForce.differences(set);
        if (different.isEmpty()) {
            throw Problem.conflict("studio.release.problem.inForce", String.valueOf(target.number()));
        }
        sound(set, different, List.of(Layer.GATE, Layer.ENGINE));
        Wish wish = new Wish(target.title(), note.strip(), target.versionTag(), null, null);
        check(wish);
        return steps.asked(ReleaseKind.BACK, null, wish, set, different, by);
    }

    /** Files that are not in force as they were when it was asked for, so that this release would undo somebody's work. */
    Set<String> moved(Release release) {
        Release inForce = book.inForce().orElse(null);
        Set<String> moved = new TreeSet<>();
        if (inForce != null && release.basedOn() != null && inForce.id() != release.basedOn()) {
            moved.addAll(book.files(release.basedOn()).differences(book.files(inForce.id())));
        }
        ModelSet files = book.files(release.id());
        Set<String> own = new TreeSet<>(book.changed(release.id()));
        if (release.basedOn() != null) {
            // what it takes out has no row
            book.files(release.basedOn()).files().keySet().stream().filter(file -> !files.files().containsKey(file)).forEach(own::add);
        }
        running.inForce().differences(files).stream().filter(file -> !own.contains(file)).forEach(moved::add);
        return moved;
    }

    /** The plan of the managers stays, unless a designer's release has changed its table since. */
    private ModelSet withCallPlan(Release target, ModelSet inForce) {
        ModelSet set = book.files(target.id());
        byte[] plan = inForce.files().get(CALL_PLAN);
        boolean designed = book.list("number > ? order by number", target.number()).stream().anyMatch(later -> book.changed(later.id()).contains(CALL_PLAN));
        return plan == null || designed || !set.files().containsKey(CALL_PLAN) ? set : set.with(Map.of(CALL_PLAN, plan));
    }

    private void sound(ModelSet set, Collection<String> files, Collection<Layer> layers) {
        List<Finding> errors = new ArrayList<>(needed(set));
        checks.check(set, files).stream().filter(finding -> finding.weight() == Weight.ERROR && layers.contains(finding.layer())).forEach(errors::add);
        if (!errors.isEmpty()) {
            throw new ModelsRefused(errors);
        }
    }

    /** The product starts its own processes and asks its own tables by their names. */
    private List<Finding> needed(ModelSet set) {
        Set<String> shipped = running.shipped().files().keySet();
        return running.inForce().files().keySet().stream().filter(file -> shipped.contains(file) && !set.files().containsKey(file))
                .filter(file -> ModelKind.of(file).filter(kind -> kind != ModelKind.FORM).isPresent())
                .map(file -> new Finding(file, "", Layer.HOUSE, Weight.ERROR, "studio.finding.release.needed", List.of(file))).toList();
    }

    private void check(Wish wish) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (wish.note().length() > Releases.LONGEST_NOTE) {
            wrong.add(FieldProblem.of("note", "studio.release.problem.noteLong", Releases.LONGEST_NOTE));
        }
        if (wish.note().isBlank()) {
            wrong.add(FieldProblem.of("note", "studio.release.problem.note"));
        }
        if (wish.versionTag().length() > Releases.LONGEST_TAG) {
            wrong.add(FieldProblem.of("versionTag", "studio.release.problem.tagLong", Releases.LONGEST_TAG));
        }
        window(wish.notBefore(), wish.notAfter(), wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    private void window(@Nullable Instant notBefore, @Nullable Instant notAfter, List<FieldProblem> wrong) {
        if (notAfter != null && !notAfter.isAfter(clock.instant())) {
            wrong.add(FieldProblem.of("notAfter", "studio.release.problem.past"));
        } else if (notAfter != null && notBefore != null && !notAfter.isAfter(notBefore)) {
            wrong.add(FieldProblem.of("notAfter", "studio.release.problem.window"));
        }
    }

    private static Map<String, byte @Nullable []> named(Map<String, byte[]> files) {
        Map<String, byte @Nullable []> named = new HashMap<>();
        files.forEach((file, content) -> {
            ModelKind kind = ModelKind.of(file).orElseThrow(() -> new ModelsRefused(List.of(new Finding(file, "", Layer.GATE, Weight.ERROR,
                    "studio.finding.release.noModel", List.of(file)))));
            String name = kind.file(kind.id(file));
            if (named.put(name, content) != null) {
                throw new ModelsRefused(List.of(new Finding(name, "", Layer.GATE, Weight.ERROR, "studio.finding.release.twice", List.of(name))));
            }
        });
        return named;
    }
}
