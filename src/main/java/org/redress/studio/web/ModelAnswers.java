package org.redress.studio.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;
import org.redress.studio.ModelKind;
import org.redress.studio.Release;
import org.redress.studio.ReleaseBook;
import org.redress.studio.ReleaseKind;
import org.redress.studio.ReleaseState;
import org.redress.studio.RunningModels;
import org.redress.studio.RunningModels.Version;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What clients are told of models and releases. */
@Component
class ModelAnswers {

    static final int LONGEST_TITLE = 200;

    private final RunningModels models;
    private final ReleaseBook book;
    private final Clock clock;

    ModelAnswers(RunningModels models, ReleaseBook book, Clock clock) {
        this.models = models;
        this.book = book;
        this.clock = clock;
    }

    Answer of(Release release, boolean unchanged) {
        List<Definition> definitions = models.inUse().stream().filter(version -> version.deployment().equals(release.deployment()))
                .map(version -> new Definition(version.id(), version.version())).toList();
        boolean waits = release.state() == ReleaseState.SUBMITTED;
        return new Answer(release.id(), release.number(), release.kind(), release.state(), unchanged, release.title(), release.note(), release.versionTag(), release.askedBy(),
                release.decidedBy(), release.reason(), time(release.notBefore()), time(release.notAfter()), time(release.releasedAt()),
                waits ? "/api/v1/models/releases/" + release.id() + "/approve" : null, definitions);
    }

    Items<RunningModel> running(Locale locale) {
        List<RunningModel> items = new ArrayList<>();
        List<Version> versions = models.inUse();
        for (String file : models.inForce().files().keySet()) {
            ModelKind kind = ModelKind.of(file).orElseThrow();
            String key = kind.id(file);
            List<Version> own = versions.stream().filter(version -> version.kind() == kind && version.id().equals(key)).toList();
            String name = own.isEmpty() ? key : own.get(0).name().in(locale);
            items.add(new RunningModel(key, kind, file, name, own.isEmpty() ? null : own.get(0).version(), own.isEmpty() ? null : own.get(0).tag(),
                    own.stream().mapToLong(Version::running).sum(), own.stream().map(version -> new OnVersion(version.version(), version.running())).toList()));
        }
        return new Items<>(items);
    }

    Items<ModelVersion> versions(String key) {
        for (ModelKind kind : List.of(ModelKind.PROCESS, ModelKind.DECISION)) {
            List<Version> found = models.versions(kind, key);
            if (!found.isEmpty()) {
                return new Items<>(found.stream().map(version -> new ModelVersion(key, kind, version.version(), version.tag(), time(version.releasedAt()),
                        book.ofDeployment(version.deployment()).map(Release::number).orElse(null), version.running())).toList());
            }
        }
        List<Release> touching = book.touching(ModelKind.FORM.file(key));
        if (touching.isEmpty()) {
            throw unknown(key);
        }
        return new Items<>(touching.stream().map(release -> new ModelVersion(key, ModelKind.FORM, release.number() == null ? 0 : release.number(), null, time(release.releasedAt()),
                release.number(), 0)).toList());
    }

    ResponseEntity<byte[]> source(String key, int version) {
        for (ModelKind kind : List.of(ModelKind.PROCESS, ModelKind.DECISION)) {
            byte[] found = models.source(kind, key, version);
            if (found != null) {
                return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(found);
            }
        }
        String form = ModelKind.FORM.file(key);
        Optional<byte[]> found = book.number(version).map(release -> book.files(release.id()).files().get(form));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(found.orElseThrow(() -> unknown(key)));
    }

    private static Problem unknown(String key) {
        return Problem.notFound("studio.release.problem.noModel", key);
    }

    private @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atZone(clock.getZone()).toOffsetDateTime();
    }

    record Items<T>(List<T> items) {
    }

    /**
     * A release.
     *
     * @param release id, by which it is approved
     * @param number  once it is in force
     * @param approve address for another designer, while it waits for one
     */
    record Answer(long release, @Nullable Integer number, ReleaseKind kind, ReleaseState state, boolean unchanged, String title, String note, String versionTag,
            String askedBy, @Nullable String decidedBy, @Nullable String reason, @Nullable OffsetDateTime notBefore, @Nullable OffsetDateTime notAfter,
            @Nullable OffsetDateTime releasedAt, @Nullable String approve, List<Definition> definitions) {
    }

    record Definition(String key, int version) {
    }

    /** @param version newest, which a new case gets; null for a form, which its release names */
    record RunningModel(String key, ModelKind kind, String file, String name, @Nullable Integer version, @Nullable String versionTag, long running,
            List<OnVersion> versions) {
    }

    record OnVersion(int version, long running) {
    }

    /** @param version of a form, the number of the release that changed it */
    record ModelVersion(String key, ModelKind kind, int version, @Nullable String versionTag, @Nullable OffsetDateTime releasedAt, @Nullable Integer release,
            long running) {
    }
}
