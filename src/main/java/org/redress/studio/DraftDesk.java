package org.redress.studio;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.LivePageEvent;
import org.redress.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever writes locks the change first, then nothing else of it can move: one designer's save and another's request for release follow each other. */
@Service
@Transactional
class DraftDesk implements Drafts {

    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");

    private final ChangeTable changes;
    private final DraftTable drafts;
    private final DraftVersions versions;
    private final ModelContents contents;
    private final ModelLayout layout;
    private final ObjectProvider<RunningModels> running;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final CurrentActor actor;
    private final Clock clock;

    DraftDesk(ChangeTable changes, DraftTable drafts, DraftVersions versions, ModelContents contents, ModelLayout layout, ObjectProvider<RunningModels> running,
            AuditTrail audit, ApplicationEventPublisher events, CurrentActor actor, Clock clock) {
        this.changes = changes;
        this.drafts = drafts;
        this.versions = versions;
        this.contents = contents;
        this.layout = layout;
        this.running = running;
        this.audit = audit;
        this.events = events;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Draft> of(long change) {
        return drafts.of(change);
    }

    @Override
    @Transactional(readOnly = true)
    public Draft find(long change, String file) {
        return drafts.find(change, file).orElseThrow(() -> Problem.notFound("studio.problem.unknownDraft", file, change));
    }

    @Override
    public Draft add(long change, String file, byte @Nullable [] content) {
        lockOpen(change);
        checkName(file);
        byte[] inForce = running.getObject().inForce().files().get(file);
        byte[] begin = content == null ? inForce : canonical(file, content);
        if (begin == null) {
            throw Problem.notFound("studio.problem.notInForce", file);
        }
        if (drafts.of(change).size() >= MOST_FILES) {
            throw Problem.conflict("studio.problem.tooManyFiles", MOST_FILES);
        }
        String base = inForce == null ? null : contents.store(inForce);
        if (!drafts.add(change, file, base, contents.store(begin), me(), clock.instant())) {
            throw Problem.conflict("studio.problem.hasDraft", file);
        }
        Draft added = find(change, file);
        versions.note(added, me(), clock.instant(), true);
        changed(change);
        return added;
    }

    private static void checkName(String file) {
        ModelKind kind = ModelKind.of(file).orElseThrow(() -> Problem.invalid("file", "studio.problem.fileKind"));
        if (!ID.matcher(kind.id(file)).matches() || !kind.file(kind.id(file)).equals(file)) {
            throw Problem.invalid("file", "studio.problem.fileName", file);
        }
    }

    private byte[] canonical(String file, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw Problem.tooLarge("studio.problem.tooLarge", MOST_BYTES >> 20);
        }
        return layout.canonical(file, content);
    }

    @Override
    public Saved save(long change, String file, byte[] content, int seen, boolean keep) {
        byte[] text = canonical(file, content);
        ChangeState state = lock(change);
        Draft draft = find(change, file);
        String sha256 = contents.store(text);
        boolean same = sha256.equals(draft.content());
        if (state != ChangeState.OPEN || heldByOther(draft) || seen != draft.revision()) {
            return new Saved(draft, same ? null : versions.aside(change, file, seen, sha256, me(), clock.instant()));
        }
        if (!same) {
            write(draft, sha256, keep);
        } else if (keep) {
            versions.keepLast(change, file);
        }
        return new Saved(held(find(change, file)), null);
    }

    private void write(Draft draft, @Nullable String content, boolean keep) {
        Instant now = clock.instant();
        drafts.write(draft.change(), draft.file(), content, draft.revision() + 1, me(), now);
        versions.note(find(draft.change(), draft.file()), me(), now, keep);
        changes.touch(draft.change(), now);
    }

    @Override
    public Draft restore(long change, String file, long version) {
        Draft draft = lockMine(change, file);
        DraftVersion wanted = version(change, file, version);
        if (!Objects.equals(wanted.content(), draft.content())) {
            write(draft, wanted.content(), true);
        }
        return held(find(change, file));
    }

    @Override
    public Draft takeOut(long change, String file) {
        Draft draft = lockMine(change, file);
        if (draft.content() != null) {
            write(draft, null, true);
            changed(change);
        }
        return find(change, file);
    }

    @Override
    public void leave(long change, String file) {
        lockMine(change, file);
        drafts.remove(change, file);
        audit.record("DRAFT_REMOVED", "MODEL", String.valueOf(change), Map.of("file", file));
        changed(change);
    }

    @Override
    public Draft rebased(long change, String file) {
        lockMine(change, file);
        byte[] now = running.getObject().inForce().files().get(file);
        drafts.base(change, file, now == null ? null : contents.store(now));
        changed(change);
        return find(change, file);
    }

    @Override
    @Transactional(readOnly = true)
    public List<DraftVersion> versions(long change, String file) {
        return versions.of(change, file);
    }

    @Override
    @Transactional(readOnly = true)
    public DraftVersion version(long change, String file, long id) {
        return versions.find(change, file, id).orElseThrow(() -> Problem.notFound("studio.problem.unknownVersion", id));
    }

    @Override
    public Draft hold(long change, String file) {
        ChangeState state = lock(change);
        Draft draft = find(change, file);
        return state != ChangeState.OPEN || heldByOther(draft) ? draft : held(draft);
    }

    @Override
    public Draft takeOver(long change, String file) {
        lockOpen(change);
        Draft draft = find(change, file);
        String before = draft.holder(clock.instant());
        if (before != null && !before.equals(me())) {
            audit.record("DRAFT_TAKEN_OVER", "MODEL", String.valueOf(change), Map.of("file", file, "from", before));
        }
        return held(draft);
    }

    @Override
    public void release(long change, String file) {
        lock(change);
        if (me().equals(find(change, file).heldBy())) {
            drafts.hold(change, file, null, null);
            tell(change);
        }
    }

    /** Pages of others hear of a new holder only, not of each sign of life. */
    private Draft held(Draft draft) {
        Instant now = clock.instant();
        drafts.hold(draft.change(), draft.file(), me(), now.plus(LEASE));
        if (!me().equals(draft.holder(now))) {
            tell(draft.change());
        }
        return find(draft.change(), draft.file());
    }

    private Draft lockMine(long change, String file) {
        lockOpen(change);
        Draft draft = find(change, file);
        if (heldByOther(draft)) {
            throw Problem.conflict("studio.problem.held", file);
        }
        return draft;
    }

    private boolean heldByOther(Draft draft) {
        String holder = draft.holder(clock.instant());
        return holder != null && !holder.equals(me());
    }

    private ChangeState lock(long change) {
        return changes.lock(change).orElseThrow(() -> Problem.notFound("studio.problem.unknownChange", change));
    }

    private void lockOpen(long change) {
        if (lock(change) != ChangeState.OPEN) {
            throw Problem.conflict("studio.problem.notOpen", change);
        }
    }

    private void changed(long change) {
        changes.touch(change, clock.instant());
        tell(change);
    }

    private void tell(long change) {
        events.publishEvent(new LivePageEvent("change", String.valueOf(change), 0));
    }

    private String me() {
        return actor.get().username();
    }
}
