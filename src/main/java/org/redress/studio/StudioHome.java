package org.redress.studio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every model at a glance: what runs, how it goes, who changes it. */
@Service
@Transactional(readOnly = true)
public class StudioHome {

    private final JdbcClient jdbc;
    private final ObjectProvider<RunningModels> running;
    private final ModelLayout layout;
    private final OpenWork work;

    StudioHome(JdbcClient jdbc, ObjectProvider<RunningModels> running, ModelLayout layout, OpenWork work) {
        this.jdbc = jdbc;
        this.running = running;
        this.layout = layout;
        this.work = work;
    }

    /**
     * @param name     the id where it has none
     * @param versions the newest first, only those that are in force or still have instances; empty for forms
     * @param load     null where nothing is open
     * @param drafts   in changes that are not decided
     * @param last     the release that changed it last
     */
    public record Card(ModelKind kind, String id, String file, Bilingual name, List<RunningModels.Version> versions, OpenWork.@Nullable Load load,
            List<OpenDraft> drafts, @Nullable LastChange last) {

        public long running() {
            return versions.stream().mapToLong(RunningModels.Version::running).sum();
        }
    }

    /** A draft of the model. */
    public record OpenDraft(String file, long change, String title, String by, Instant at) {
    }

    /** @param by username of who asked for the release */
    public record LastChange(String file, int release, String by, Instant at) {
    }

    /** In the order of their files; models that no release has yet stand there because of their drafts. */
    public List<Card> cards() {
        ModelSet inForce = running.getObject().inForce();
        Map<String, List<OpenDraft>> drafts = drafts().stream().collect(Collectors.groupingBy(OpenDraft::file));
        Map<String, LastChange> changes = lastChanges();
        Map<String, OpenWork.Load> loads = work.byProcess();
        Map<String, List<RunningModels.Version>> versions = running.getObject().inUse().stream()
                .collect(Collectors.groupingBy(version -> version.kind().file(version.id())));
        Map<String, Bilingual> names = names(inForce);
        SortedMap<String, ModelKind> files = new TreeMap<>();
        inForce.files().keySet().forEach(file -> ModelKind.of(file).ifPresent(kind -> files.put(file, kind)));
        drafts.keySet().forEach(file -> ModelKind.of(file).ifPresent(kind -> files.put(file, kind)));
        List<Card> cards = new ArrayList<>();
        files.forEach((file, kind) -> {
            String id = kind.id(file);
            cards.add(new Card(kind, id, file, names.getOrDefault(id, new Bilingual(id, id)), versions.getOrDefault(file, List.of()),
                    kind == ModelKind.PROCESS ? loads.get(id) : null, drafts.getOrDefault(file, List.of()), changes.get(file)));
        });
        return cards;
    }

    /** Names of everything in the set that has one, by its id: a form is called like the task that shows it. */
    public Map<String, Bilingual> names(ModelSet set) {
        Map<String, Bilingual> names = new HashMap<>();
        set.files().forEach((file, content) -> names.putAll(layout.names(file, content)));
        return names;
    }

    private List<OpenDraft> drafts() {
        return jdbc.sql("""
                select d.file, d.change_id, c.title, d.changed_by, d.changed_at from model_draft d join model_change c on c.id = d.change_id
                where c.state in ('OPEN', 'SUBMITTED') order by d.changed_at desc""").query((row, number) -> new OpenDraft(row.getString(1),
                        row.getLong(2), row.getString(3), row.getString(4), moment(row, 5))).list();
    }

    private Map<String, LastChange> lastChanges() {
        return jdbc.sql("""
                select distinct on (f.file) f.file, r.number, r.asked_by, r.released_at from model_release_file f join model_release r on r.id = f.release_id
                where f.changed and r.state = 'RELEASED' order by f.file, r.number desc""")
                .query((row, number) -> new LastChange(row.getString(1), row.getInt(2), row.getString(3), moment(row, 4))).list().stream()
                .collect(Collectors.toMap(LastChange::file, change -> change));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
