package org.redress.briefing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.MovableClock;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenWork;
import org.redress.worklist.TaskDesk;
import org.redress.worklist.TaskKind;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers and complaints written straight into the tables, and people who review what is made of them. */
@TestComponent
public class BriefingData {

    private final JdbcClient jdbc;
    private final CurrentActor current;
    private final Organisation organisation;
    private final TaskDesk tasks;
    private final OpenWork work;

    BriefingData(JdbcClient jdbc, CurrentActor current, Organisation organisation, TaskDesk tasks, OpenWork work) {
        this.jdbc = jdbc;
        this.current = current;
        this.organisation = organisation;
        this.tasks = tasks;
        this.work = work;
    }

    /** @param rating of the five grades; null: reached and not rated */
    public void calls(String team, String business, String day, @Nullable String rating, int count) {
        String meaning = rating == null ? null : Map.of("EXCELLENT", "SATISFIED", "GOOD", "SATISFIED", "FAIL", "DISSATISFIED").getOrDefault(rating, "NEUTRAL");
        jdbc.sql("""
                insert into evaluation (source_key, via, business, team, done_at, asked_at, reached, answered_at, scale, rating, meaning)
                select 'CALL:' || gen_random_uuid(), 'PHONE', :business, :team, :at, :at, true, :at, :scale, :rating, :meaning from generate_series(1, :count)""")
                .param("business", business).param("team", team).param("at", noon(day)).param("scale", rating == null ? null : "GRADE5")
                .param("rating", rating).param("meaning", meaning).param("count", count).update();
    }

    public void suggestion(String team, String business, String day, String text) {
        jdbc.sql("""
                insert into evaluation (source_key, via, business, team, done_at, asked_at, reached, answered_at, scale, rating, meaning, suggestion)
                values ('CALL:' || gen_random_uuid(), 'PHONE', :business, :team, :at, :at, true, :at, 'GRADE5', 'GOOD', 'SATISFIED', :text)""")
                .param("business", business).param("team", team).param("at", noon(day)).param("text", text).update();
    }

    public void complaints(@Nullable String category, @Nullable String business, String day, String state, int count) {
        jdbc.sql("""
                insert into complaint (number, state, severity, channel, received_at, captured_at, captured_by, summary, category, business)
                select 'BD-' || substr(gen_random_uuid()::text, 1, 13), :state, 'S3', 'HOTLINE', :at, :at, 'intake', '投诉', :category, :business
                from generate_series(1, :count)""")
                .param("state", state).param("at", noon(day)).param("category", category).param("business", business).param("count", count).update();
    }

    private static OffsetDateTime noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(MovableClock.ZONE).toOffsetDateTime();
    }

    public <T> T as(String username, Supplier<T> act) {
        return current.callAs(person(username), act);
    }

    private Actor person(String username) {
        Person person = organisation.person(username).orElseThrow();
        return new Actor(username, person.roles().stream().map(Enum::name).collect(Collectors.toSet()), Set.copyOf(person.teams()), "test");
    }

    public void review(long briefing, Map<String, Object> answers) {
        OpenTask task = work.of(TaskKind.BRIEFING, briefing).get(0);
        as("manager", () -> tasks.complete(person("manager"), task.id(), null, answers));
    }
}
