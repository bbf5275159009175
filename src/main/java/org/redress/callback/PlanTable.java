package org.redress.callback;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.type.TypeReference;
import org.redress.customer.Segment;
import org.redress.shared.Business;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The draft, the releases, and the jobs of a month as plans see them. */
@Repository
class PlanTable {

    private static final TypeReference<List<PlanRule>> RULES = new TypeReference<>() {
    };
    private static final TypeReference<List<PlanChange>> CHANGES = new TypeReference<>() {
    };
    private static final int MONTHS = 36;

    private final JdbcClient jdbc;
    private final JsonRows json;

    PlanTable(JdbcClient jdbc, JsonRows json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<PlanDraft> draft() {
        return jdbc.sql("select revision, based_on, rules::text as rules, changed_by, changed_at from sampling_draft")
                .query((row, number) -> new PlanDraft(row.getInt("revision"), row.getInt("based_on"), json.read(row.getString("rules"), RULES),
                        row.getString("changed_by"), CallRow.moment(row, "changed_at"))).optional();
    }

    /** @param revision that was seen, 0 for none; @return false when somebody else has changed the draft since */
    boolean save(int revision, int basedOn, List<PlanRule> rules, String by, Instant now) {
        return jdbc.sql("""
                insert into sampling_draft (revision, based_on, rules, changed_by, changed_at)
                select :revision + 1, :basedOn, cast(:rules as jsonb), :by, :now where :revision = 0 or exists (select from sampling_draft)
                on conflict (id) do update set revision = excluded.revision, rules = excluded.rules, changed_by = excluded.changed_by,
                    changed_at = excluded.changed_at
                where sampling_draft.revision = :revision""")
                .param("revision", revision).param("basedOn", basedOn).param("rules", json.of(rules)).param("by", by)
                .param("now", JobTable.offset(now)).update() == 1;
    }

    /** @return false when somebody else has changed the draft since */
    boolean drop(int revision) {
        return jdbc.sql("delete from sampling_draft where revision = :revision").param("revision", revision).update() == 1;
    }

    /** Who released a version, and why. */
    record Release(int version, Instant at, String by, String note, List<PlanChange> changes) {
    }

    List<Release> releases() {
        return jdbc.sql("select version, released_at, released_by, note, changes::text as changes from sampling_release order by version desc")
                .query((row, number) -> new Release(row.getInt("version"), CallRow.moment(row, "released_at"), row.getString("released_by"),
                        row.getString("note"), json.read(row.getString("changes"), CHANGES))).list();
    }

    void released(Release release) {
        jdbc.sql("""
                insert into sampling_release (version, released_at, released_by, note, changes)
                values (:version, :at, :by, :note, cast(:changes as jsonb))""")
                .param("version", release.version()).param("at", JobTable.offset(release.at())).param("by", release.by())
                .param("note", release.note()).param("changes", json.of(release.changes())).update();
    }

    /** Months in which jobs were done, the newest first; walks from one to the next along the index. */
    List<YearMonth> months(ZoneId zone) {
        List<YearMonth> months = new ArrayList<>();
        Instant before = Instant.parse("9999-01-01T00:00:00Z");
        for (int n = 0; n < MONTHS; n++) {
            Optional<Instant> newest = jdbc.sql("select done_at from service_job where done_at < :before order by done_at desc limit 1")
                    .param("before", JobTable.offset(before)).query((row, number) -> CallRow.moment(row, "done_at")).optional();
            if (newest.isEmpty()) {
                return months;
            }
            YearMonth month = YearMonth.from(newest.get().atZone(zone));
            months.add(month);
            before = month.atDay(1).atStartOfDay(zone).toInstant();
        }
        return months;
    }

    /**
     * Jobs of one kind in one hundredth of the draw: all of them are picked by a rate above it, none by one below.
     *
     * @param silent those without a telephone number
     */
    record Hundredth(JobKind kind, int percent, int jobs, int silent) {
    }

    List<Hundredth> jobs(Instant from, Instant to) {
        return jdbc.sql("""
                select business, segment, warranty, coalesce(team, '') as team, bucket / 100 as percent, count(*) as jobs,
                       count(*) filter (where coalesce(phone, '') = '') as silent
                from service_job where done_at >= :from and done_at < :to group by 1, 2, 3, 4, 5""")
                .param("from", JobTable.offset(from)).param("to", JobTable.offset(to))
                .query((row, number) -> new Hundredth(new JobKind(Business.valueOf(row.getString("business")),
                        Segment.valueOf(row.getString("segment")), row.getBoolean("warranty"), row.getString("team")), row.getInt("percent"),
                        row.getInt("jobs"), row.getInt("silent"))).list();
    }
}
