package org.redress.studio;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.LivePageEvent;
import org.redress.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ChangeBook implements Changes {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTE = 4000;

    private final ChangeTable changes;
    private final DraftTable drafts;
    private final DraftVersions versions;
    private final ModelContents contents;
    private final ObjectProvider<RunningModels> running;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final CurrentActor actor;
    private final Clock clock;

    ChangeBook(ChangeTable changes, DraftTable drafts, DraftVersions versions, ModelContents contents, ObjectProvider<RunningModels> running, AuditTrail audit,
            ApplicationEventPublisher events, CurrentActor actor, Clock clock) {
        this.changes = changes;
        this.drafts = drafts;
        this.versions = versions;
        this.contents = contents;
        this.running = running;
        this.audit = audit;
        this.events = events;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Change find(long id) {
        return changes.find(id).orElseThrow(() -> Problem.notFound("studio.problem.unknownChange", id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> list(Set<ChangeState> states, int most) {
        return changes.list(states, most);
    }

    @Override
    public long create(String title, Origin origin) {
        String by = actor.get().username();
        long id = changes.add(checkedTitle(title), by, clock.instant());
        if (origin == Origin.SHIPPED) {
            takeShipped(id, by);
        }
        audit.record("CHANGE_CREATED", "MODEL", String.valueOf(id), Map.of("title", title.strip(), "origin", origin.name()));
        return id;
    }

    private void takeShipped(long id, String by) {
        ModelSet inForce = running.getObject().inForce();
        ModelSet shipped = running.getObject().shipped();
        Set<String> different = new TreeSet<>(shipped.differences(inForce));
        different.retainAll(shipped.files().keySet());
        if (different.isEmpty()) {
            throw Problem.invalid("origin", "studio.problem.shippedInForce");
        }
        for (String file : different) {
            drafts.add(id, file, stored(inForce.files().get(file)), stored(shipped.files().get(file)), by, clock.instant());
            versions.note(drafts.find(id, file).orElseThrow(), by, clock.instant(), true);
        }
    }

    private @Nullable String stored(byte @Nullable [] content) {
        return content == null ? null : contents.store(content);
    }

    @Override
    public void rename(long id, String title, String note) {
        String checked = checkedTitle(title);
        if (note.length() > LONGEST_NOTE) {
            throw Problem.invalid("note", "studio.problem.long", LONGEST_NOTE);
        }
        ChangeState state = changes.lock(id).orElseThrow(() -> Problem.notFound("studio.problem.unknownChange", id));
        if (state != ChangeState.OPEN) {
            throw Problem.conflict("studio.problem.notOpen", id);
        }
        changes.rename(id, checked, note.strip(), clock.instant());
    }

    private static String checkedTitle(String title) {
        String checked = title.strip();
        if (checked.isEmpty()) {
            throw Problem.invalid("title", "studio.problem.title");
        }
        if (checked.length() > LONGEST_TITLE) {
            throw Problem.invalid("title", "studio.problem.long", LONGEST_TITLE);
        }
        return checked;
    }

    @Override
    @Transactional(readOnly = true)
    public ModelSet setOf(long id) {
        find(id);
        List<Draft> of = drafts.of(id);
        Map<String, byte[]> known = contents.find(of.stream().map(Draft::content).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<String, byte @Nullable []> changed = new HashMap<>();
        of.forEach(draft -> changed.put(draft.file(), draft.content() == null ? null : known.get(draft.content())));
        return running.getObject().inForce().with(changed);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> files(long id) {
        return drafts.of(id).stream().map(Draft::file).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> overtaken(long id) {
        Map<String, byte[]> inForce = running.getObject().inForce().files();
        return drafts.of(id).stream().filter(draft -> {
            byte[] now = inForce.get(draft.file());
            return !Objects.equals(draft.base(), now == null ? null : ModelContents.sha256(now));
        }).map(Draft::file).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void submitted(long id) {
        move(id, ChangeState.OPEN, ChangeState.SUBMITTED);
    }

    @Override
    public void reopened(long id) {
        move(id, ChangeState.SUBMITTED, ChangeState.OPEN);
    }

    @Override
    public void released(long id) {
        move(id, ChangeState.SUBMITTED, ChangeState.RELEASED);
    }

    @Override
    public void discard(long id) {
        move(id, ChangeState.OPEN, ChangeState.DISCARDED);
        audit.record("CHANGE_DISCARDED", "MODEL", String.valueOf(id), Map.of());
    }

    private void move(long id, ChangeState from, ChangeState to) {
        if (!changes.move(id, from, to, clock.instant())) {
            find(id);
            throw Problem.conflict("studio.problem.notOpen", id);
        }
        events.publishEvent(new LivePageEvent("change", String.valueOf(id), 0));
    }
}
