package org.redress.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.DayKind;
import org.redress.deadline.Region;
import org.redress.deadline.Slot;
import org.redress.deadline.SpecialDay;
import org.redress.deadline.Suspension;
import org.redress.deadline.WorkingWeek;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the calendar's versions; version 0 is the draft. */
@Component
class CalendarStore {

    static final int DRAFT = 0;
    private static final String COMPANY = "";

    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CompanyCalendar> load(int version) {
        return jdbc.sql("select zone from calendar_zone where version = :version").param("version", version).query(String.class).optional()
                .map(zone -> new CompanyCalendar(ZoneId.of(zone), week(version, COMPANY).orElse(new WorkingWeek(Map.of())), days(version, COMPANY),
                        regions(version), suspensions(version)));
    }

    /** Instead of what the version held; only the draft may have held anything. */
    void write(int version, CompanyCalendar calendar) {
        if (version == DRAFT) {
            clearDraft();
        }
        jdbc.sql("insert into calendar_zone (version, zone) values (:version, :zone)").param("version", version)
                .param("zone", calendar.zone().getId()).update();
        writeWeek(version, COMPANY, calendar.week());
        calendar.days().forEach(day -> writeDay(version, COMPANY, day));
        for (Region region : calendar.regions()) {
            jdbc.sql("insert into calendar_region (version, code, name_en, name_zh, areas) values (:version, :code, :en, :zh, :areas)")
                    .param("version", version).param("code", region.code()).param("en", region.nameEn()).param("zh", region.nameZh())
                    .param("areas", region.areas().toArray(String[]::new)).update();
            WorkingWeek own = region.week();
            if (own != null) {
                writeWeek(version, region.code(), own);
            }
            region.days().forEach(day -> writeDay(version, region.code(), day));
        }
        calendar.suspensions().forEach(one -> writeSuspension(version, one));
    }

    void clearDraft() {
        for (String table : List.of("calendar_zone", "calendar_slot", "calendar_day", "calendar_region", "calendar_suspension")) {
            jdbc.sql("delete from " + table + " where version = 0").update();
        }
    }

    int newest() {
        return jdbc.sql("select coalesce(max(version), 0) from calendar_version").query(Integer.class).single();
    }

    /** False where the version is there already. */
    boolean add(CalendarVersion version) {
        return jdbc.sql("""
                insert into calendar_version (version, reason, saved_by, saved_at) values (:version, :reason, :by, :at)
                on conflict do nothing""")
                .param("version", version.version()).param("reason", version.reason()).param("by", version.savedBy())
                .param("at", version.savedAt().atOffset(ZoneOffset.UTC)).update() == 1;
    }

    /** Newest first. */
    List<CalendarVersion> versions() {
        return jdbc.sql("select version, reason, saved_by, saved_at from calendar_version order by version desc")
                .query((row, index) -> new CalendarVersion(row.getInt("version"), row.getString("reason"), row.getString("saved_by"),
                        moment(row, "saved_at"))).list();
    }

    private Optional<WorkingWeek> week(int version, String region) {
        Map<DayOfWeek, List<Slot>> week = new EnumMap<>(DayOfWeek.class);
        jdbc.sql("select weekday, starts, ends from calendar_slot where version = :version and region = :region order by weekday, starts")
                .param("version", version).param("region", region)
                .query(row -> {
                    week.computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), day -> new ArrayList<>())
                            .add(Slot.of(row.getString("starts"), row.getString("ends")));
                });
        return week.isEmpty() ? Optional.empty() : Optional.of(new WorkingWeek(week));
    }

    private List<SpecialDay> days(int version, String region) {
        return jdbc.sql("select day, kind, hours, name_en, name_zh from calendar_day where version = :version and region = :region order by day")
                .param("version", version).param("region", region).query(CalendarStore::day).list();
    }

    private List<Region> regions(int version) {
        return jdbc.sql("select code, name_en, name_zh, areas from calendar_region where version = :version order by code")
                .param("version", version)
                .query((row, index) -> {
                    String code = row.getString("code");
                    String[] areas = (String[]) row.getArray("areas").getArray();
                    return new Region(code, row.getString("name_zh"), row.getString("name_en"), new LinkedHashSet<>(List.of(areas)),
                            week(version, code).orElse(null), days(version, code));
                }).list();
    }

    private List<Suspension> suspensions(int version) {
        return jdbc.sql("select from_at, to_at, area, kind, name_en, name_zh from calendar_suspension where version = :version")
                .param("version", version)
                .query((row, index) -> new Suspension(moment(row, "from_at"), moment(row, "to_at"), row.getString("area"),
                        row.getString("kind"), row.getString("name_zh"), row.getString("name_en"))).list();
    }

    private void writeWeek(int version, String region, WorkingWeek week) {
        week.days().forEach((day, slots) -> slots.forEach(slot -> jdbc.sql("""
                insert into calendar_slot (version, region, weekday, starts, ends) values (:version, :region, :weekday, :starts, :ends)""")
                .param("version", version).param("region", region).param("weekday", day.getValue())
                .param("starts", slot.start().toString()).param("ends", slot.endText()).update()));
    }

    private void writeDay(int version, String region, SpecialDay day) {
        jdbc.sql("""
                insert into calendar_day (version, region, day, kind, hours, name_en, name_zh)
                values (:version, :region, :day, :kind, :hours, :en, :zh)""")
                .param("version", version).param("region", region).param("day", day.date()).param("kind", day.kind().name())
                .param("hours", hours(day.slots())).param("en", day.nameEn()).param("zh", day.nameZh()).update();
    }

    private void writeSuspension(int version, Suspension one) {
        jdbc.sql("""
                insert into calendar_suspension (version, from_at, to_at, area, kind, name_en, name_zh)
                values (:version, :from, :to, :area, :kind, :en, :zh)""")
                .param("version", version).param("from", one.from().atOffset(ZoneOffset.UTC)).param("to", one.to().atOffset(ZoneOffset.UTC))
                .param("area", one.area()).param("kind", one.kind()).param("en", one.nameEn()).param("zh", one.nameZh()).update();
    }

    private static SpecialDay day(ResultSet row, int index) throws SQLException {
        String hours = row.getString("hours");
        return new SpecialDay(row.getObject("day", LocalDate.class), DayKind.valueOf(row.getString("kind")),
                hours.isBlank() ? List.of() : Slot.parse(hours), row.getString("name_zh"), row.getString("name_en"));
    }

    /** As {@link Slot#parse} reads it. */
    static String hours(List<Slot> slots) {
        return slots.stream().map(Slot::toString).collect(Collectors.joining(" "));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optionalMoment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
