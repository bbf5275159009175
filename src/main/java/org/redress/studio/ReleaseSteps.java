package org.redress.studio;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.shared.AuditTrail;
import org.redress.studio.Releases.Wish;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of a release, each with its audit line and the word to those concerned, within the transaction of who takes it. */
@Component
class ReleaseSteps {

    /** Of deployments in the engine: the same for every release. */
    private static final String DEPLOYMENT = "redress";

    private final ReleaseBook book;
    private final Changes changes;
    private final RunningModels running;
    private final ReleaseMessages messages;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleaseSteps(ReleaseBook book, Changes changes, RunningModels running, ReleaseMessages messages, AuditTrail audit, JdbcClient jdbc,
            ApplicationEventPublisher events, Clock clock) {
        this.book = book;
        this.changes = changes;
        this.running = running;
        this.messages = messages;
        this.audit = audit;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @param change null when it does not come from one */
    Release asked(ReleaseKind kind, @Nullable Long change, Wish wish, ModelSet set, Set<String> changed, String by) {
        long id = jdbc.sql("""
                insert into model_release (kind, state, change_id, title, note, version_tag, fingerprint, based_on, asked_by, asked_at, not_before, not_after)
                values (:kind, 'SUBMITTED', :change, :title, :note, :tag, :fingerprint, :basedOn, :by, :now, :notBefore, :notAfter) returning id""")
                .param("kind", kind.name()).param("change", change).param("title", wish.title()).param("note", wish.note().strip())
                .param("tag", wish.versionTag().strip()).param("fingerprint", ModelContents.fingerprint(set))
                .param("basedOn", book.inForce().map(Release::id).orElse(null)).param("by", by).param("now", now())
                .param("notBefore", at(wish.notBefore())).param("notAfter", at(wish.notAfter()))
                .query(Long.class).single();
        book.keep(id, set, changed);
        Release asked = book.find(id).orElseThrow();
        audit("ASK_RELEASE", asked, Map.of("files", String.join(", ", changed), "fingerprint", asked.fingerprint(), "note", asked.note()));
        messages.asked(asked);
        return asked;
    }

    void approved(Release release, String by) {
        jdbc.sql("update model_release set state = 'APPROVED', decided_by = ?, decided_at = ? where id = ?").params(by, now(), release.id()).update();
        audit("APPROVE_RELEASE", release, Map.of("fingerprint", release.fingerprint()));
    }

    /** What is approved, or needs no approval: in force now, unless its window has not opened yet. */
    Release inForceOrWaiting(Release release) {
        Instant from = release.notBefore();
        if (from != null && from.isAfter(clock.instant())) {
            jdbc.sql("update model_release set state = 'APPROVED' where id = ?").param(release.id()).update();
            messages.approved(release);
            return book.find(release.id()).orElseThrow();
        }
        if (isTooLate(release)) {
            return failed(release, "expired");
        }
        return inForce(release);
    }

    /** Engine and rows at once: when either fails, the transaction of the caller takes both back. */
    Release inForce(Release release) {
        ModelSet set = book.files(release.id());
        String deployment = running.deploy(DEPLOYMENT, set);
        jdbc.sql("""
                update model_release set state = 'RELEASED', deployment = ?, released_at = ?,
                       number = (select coalesce(max(number), 0) + 1 from model_release) where id = ?""")
                .params(deployment, now(), release.id()).update();
        if (release.change() != null) {
            changes.released(release.change());
        }
        Release done = book.find(release.id()).orElseThrow();
        audit("RELEASE_MODELS", done, Map.of("number", String.valueOf(done.number()), "deployment", deployment, "files", String.join(", ", book.changed(done.id()))));
        messages.released(done);
        events.publishEvent(ReleaseNews.released(done.number() == null ? 0 : done.number()));
        return done;
    }

    boolean isTooLate(Release release) {
        return release.notAfter() != null && !release.notAfter().isAfter(clock.instant());
    }

    void refused(Release release, String by, String reason) {
        decided(release, ReleaseState.REFUSED, by, reason);
        audit("REFUSE_RELEASE", release, Map.of("reason", reason));
        messages.refused(release, by, reason);
    }

    void withdrawn(Release release, String by) {
        decided(release, ReleaseState.WITHDRAWN, by, null);
        audit("WITHDRAW_RELEASE", release, Map.of());
    }

    /** @param why last part of the message that says it: expired, moved, refused */
    Release failed(Release release, String why) {
        jdbc.sql("update model_release set state = 'FAILED', reason = ?, decided_at = coalesce(decided_at, ?) where id = ?").params(why, now(), release.id()).update();
        reopen(release);
        audit("FAIL_RELEASE", release, Map.of("why", why));
        Release failed = book.find(release.id()).orElseThrow();
        messages.failed(failed, why);
        return failed;
    }

    private void decided(Release release, ReleaseState state, String by, @Nullable String reason) {
        jdbc.sql("update model_release set state = ?, decided_by = ?, decided_at = ?, reason = ? where id = ?")
                .params(state.name(), by, now(), reason, release.id()).update();
        reopen(release);
    }

    private void reopen(Release release) {
        if (release.change() != null) {
            changes.reopened(release.change());
        }
    }

    private void audit(String act, Release release, Map<String, String> told) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("title", release.title(), "kind", release.kind().name()));
        all.putAll(told);
        audit.record(act, "MODEL", "release/" + release.id(), all);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static @Nullable Timestamp at(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
