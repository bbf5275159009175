package org.redress.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.ComplaintLifecycle.PathStep;
import org.redress.deadline.Severity;
import org.redress.shared.Actor;
import org.redress.shared.Bilingual;

/** What is known of a case where rules need it, and what has changed of it since it was last written. */
final class CaseRecord {

    private final CaseFacts facts;
    private final CaseClocks clocks;
    private final Map<String, Integer> counts;
    private final Set<String> handlers = new LinkedHashSet<>();
    private final Set<String> teams = new LinkedHashSet<>();
    private final Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    private final List<CaseEvent> events = new ArrayList<>();
    private final List<CaseAnswer> answers = new ArrayList<>();
    private final List<PathStep> path = new ArrayList<>();
    private String actor = Actor.SYSTEM;
    private Instant now = Instant.EPOCH;
    private boolean announced;
    private boolean relied;
    private int version;
    private CaseState state;
    private Severity severity;
    private @Nullable String owner;
    private @Nullable String team;
    private @Nullable String handler;
    private @Nullable Instant firstContactAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant triedAt;
    private boolean severityByPerson;

    /** @param counts columns that only ever count up, with what they stand at */
    CaseRecord(CaseFacts facts, CaseClocks clocks, int version, CaseState state, Severity severity, Map<String, Integer> counts) {
        this.facts = facts;
        this.clocks = clocks;
        this.version = version;
        this.state = state;
        this.severity = severity;
        this.counts = new LinkedHashMap<>(counts);
    }

    CaseRecord standing(@Nullable String owner, @Nullable String team, @Nullable String handler, List<String> handlers,
            List<String> teams, @Nullable Instant firstContactAt, @Nullable Instant closedAt) {
        this.owner = owner;
        this.team = team;
        this.handler = handler;
        this.handlers.addAll(handlers);
        this.teams.addAll(teams);
        this.firstContactAt = firstContactAt;
        this.closedAt = closedAt;
        return this;
    }

    /** @param triedAt last attempt of a re-callback that reached nobody; @param severityByPerson somebody set the severity with a reason */
    CaseRecord earlier(@Nullable Instant triedAt, boolean severityByPerson) {
        this.triedAt = triedAt;
        this.severityByPerson = severityByPerson;
        return this;
    }

    /** Who acts from here on, and when. */
    void by(String username, Instant moment) {
        actor = username;
        now = moment;
    }

    void set(String column, @Nullable Object value) {
        changes.put(column, value);
    }

    void say(EventKind kind, @Nullable Object... values) {
        events.add(CaseEvent.of(kind, now, actor, values));
    }

    void answered(String taskKey, String json) {
        answers.add(new CaseAnswer(taskKey, now, actor, json));
    }

    void passed(PathStep step) {
        path.add(step);
    }

    int count(String column) {
        int next = counts.merge(column, 1, Integer::sum);
        set(column, next);
        return next;
    }

    /** An attempt of the re-callback now; answers the half-days with an attempt. */
    int tried() {
        Instant last = triedAt;
        triedAt = now;
        boolean counted = last != null && counted("recall_attempts") > 0 && clocks.inOneHalfDay(last, now);
        return counted ? counted("recall_attempts") : count("recall_attempts");
    }

    /** A case that came back gets its own three attempts of a re-callback. */
    void restartAttempts() {
        counts.put("recall_attempts", 0);
        set("recall_attempts", 0);
    }

    void state(CaseState value) {
        state = value;
        set("state", value.name());
    }

    void severity(Severity value) {
        severity = value;
        set("severity", value.name());
    }

    /** What a rule says of the severity. */
    void ruled(Severity value, String rule, Bilingual reason) {
        severity(value);
        set("severity_rule", rule);
        set("severity_reason_en", reason.en());
        set("severity_reason_zh", reason.zh());
    }

    void overridden(Severity value, String by, String reason) {
        severity(value);
        severityByPerson = true;
        set("severity_by", by);
        set("severity_why", reason);
    }

    boolean isSeverityByPerson() {
        return severityByPerson;
    }

    void owner(String value) {
        owner = value;
        set("owner", value);
    }

    void team(@Nullable String value) {
        team = value;
        set("team", value);
        if (value != null && teams.add(value)) {
            set("teams", teams.toArray(String[]::new));
        }
    }

    void handler(@Nullable String value) {
        handler = value;
        set("handler", value);
        if (value != null) {
            handledBy(value);
        }
    }

    void handledBy(String username) {
        if (handlers.add(username)) {
            set("handlers", handlers.toArray(String[]::new));
        }
    }

    void firstContact(Instant at) {
        firstContactAt = at;
        set("first_contact_at", at);
    }

    boolean hadTeam() {
        return !teams.isEmpty();
    }

    /** Everything is written: the next change starts from here. */
    void stored(int newVersion) {
        version = newVersion;
        changes.clear();
        events.clear();
        answers.clear();
        path.clear();
        announced = false;
        relied = false;
        clocks.stored();
    }

    CaseFacts facts() {
        return facts;
    }

    CaseClocks clocks() {
        return clocks;
    }

    Map<String, @Nullable Object> changes() {
        return changes;
    }

    List<CaseEvent> events() {
        return events;
    }

    List<CaseAnswer> answers() {
        return answers;
    }

    List<PathStep> path() {
        return path;
    }

    boolean isDirty() {
        return isGuarded() || !events.isEmpty() || !answers.isEmpty() || !path.isEmpty();
    }

    /** Another case was changed because this one stands as it was read. */
    void reliedOn() {
        relied = true;
    }

    /** Whether writing it needs the version that was read: a ledger that two wrote at once would tell a story that cannot be. */
    boolean isGuarded() {
        return relied || !changes.isEmpty() || !clocks.fresh().isEmpty() || clocks.isRewritten();
    }

    /** The version pages will see once this is written. */
    int nextVersion() {
        return isGuarded() ? version + 1 : version;
    }

    /** True once for all that is written together: open pages are told of it once. */
    boolean announce() {
        boolean first = !announced;
        announced = true;
        return first;
    }

    String actor() {
        return actor;
    }

    int version() {
        return version;
    }

    CaseState state() {
        return state;
    }

    Severity severity() {
        return severity;
    }

    @Nullable String owner() {
        return owner;
    }

    @Nullable String team() {
        return team;
    }

    @Nullable String handler() {
        return handler;
    }

    Set<String> handlers() {
        return handlers;
    }

    Set<String> teams() {
        return teams;
    }

    @Nullable Instant firstContactAt() {
        return firstContactAt;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }

    int counted(String column) {
        return counts.getOrDefault(column, 0);
    }
}
