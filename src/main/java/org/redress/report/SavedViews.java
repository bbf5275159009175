package org.redress.report;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Views that people keep (常用报表): each has one owner and a name that the owner has once; a shared one may be opened by every reader of reports. */
@Service
@Transactional
public class SavedViews {

    private static final int LONGEST = 100;
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final CurrentActor current;
    private final AuditTrail audit;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, CurrentActor current, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** One's own and those that others share, by name; one's own first. */
    @Transactional(readOnly = true)
    public List<SavedView> all() {
        return jdbc.sql("select * from saved_view where owner = :me or shared order by owner <> :me, lower(name), id limit :most")
                .param("me", me()).param("most", MOST).query(SavedView.class).list();
    }

    /** @throws Problem 404 for a view that is not there, or is somebody else's and not shared */
    @Transactional(readOnly = true)
    public SavedView one(long id) {
        return find(id).filter(view -> view.shared() || view.owner().equals(me())).orElseThrow(() -> Problem.notFound("report.problem.view"));
    }

    /** For the mail, whoever acts. */
    Optional<SavedView> find(long id) {
        return jdbc.sql("select * from saved_view where id = :id").param("id", id).query(SavedView.class).optional();
    }

    /**
     * @return the id of the new view
     * @throws Problem 422 for a name that is empty, too long or taken
     */
    public long save(String name, ReportQuery query, boolean shared) {
        String clean = name(name);
        try {
            long id = jdbc.sql("insert into saved_view (owner, name, query, shared, changed_at) values (:me, :name, :query, :shared, :now) returning id")
                    .param("me", me()).param("name", clean).param("query", query.text()).param("shared", shared)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(Long.class).single();
            audit.record("SAVE_VIEW", "VIEW", String.valueOf(id), Map.of("name", clean, "query", query.text(), "shared", shared));
            return id;
        } catch (DuplicateKeyException e) {
            throw taken(clean);
        }
    }

    /** @throws Problem as {@link #save}, 403 for somebody else's view, 409 when it was changed meanwhile */
    public void change(long id, int seen, String name, boolean shared) {
        SavedView view = own(id);
        String clean = name(name);
        try {
            int rows = jdbc.sql("update saved_view set name = :name, shared = :shared, version = version + 1, changed_at = :now where id = :id and version = :seen")
                    .param("name", clean).param("shared", shared).param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("id", id).param("seen", seen)
                    .update();
            if (rows == 0) {
                throw Problem.conflict("report.problem.stale", view.name());
            }
        } catch (DuplicateKeyException e) {
            throw taken(clean);
        }
        audit.record("CHANGE_VIEW", "VIEW", String.valueOf(id), Map.of("before", view.name(), "name", clean, "shared", shared));
    }

    /** With its mail. @throws Problem 403 for somebody else's view */
    public void delete(long id) {
        SavedView view = own(id);
        jdbc.sql("delete from saved_view where id = :id").param("id", id).update();
        audit.record("DELETE_VIEW", "VIEW", String.valueOf(id), Map.of("name", view.name(), "query", view.query()));
    }

    /** @throws Problem 404 as {@link #one}, 403 for somebody else's view */
    SavedView own(long id) {
        SavedView view = one(id);
        if (!view.owner().equals(me())) {
            throw Problem.forbidden("report.problem.notYours", view.name());
        }
        return view;
    }

    String me() {
        return current.get().username();
    }

    private static String name(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        if (clean.isEmpty()) {
            throw Problem.invalid("name", "report.problem.name");
        }
        if (clean.length() > LONGEST) {
            throw Problem.invalid("name", "report.problem.longName", LONGEST);
        }
        return clean;
    }

    private static Problem taken(String name) {
        return Problem.invalid("name", "report.problem.taken", name);
    }
}
