package org.redress.process.studio;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockPolicy;
import org.redress.deadline.WorkingCalendar;

/** What the house knows and a model may refer to, as of now. */
public interface House {

    Instant now();

    WorkingCalendar calendar();

    boolean isRole(String name);

    /** A team that takes work. */
    boolean isTeam(String code);

    /** Whether somebody of the role or team is there today, or somebody acts for them. */
    boolean isStaffed(String roleOrTeam);

    /** An active account. */
    boolean isPerson(String username);

    /** Functions that expressions may call, by the name before the dot. */
    boolean isFunctions(String name);

    /** Names under which the house itself gives facts to processes. */
    Set<String> variables();

    /** Those of them that the last answered step leaves behind: only good directly after it. */
    Set<String> answers();

    /** Whether the house takes the answers of this step itself; otherwise they route the process under the keys of the form. */
    boolean takesAnswersOf(String userTask);

    /** Keys the house relies on in the form of a step of its own; empty for steps that designers added. */
    Set<String> keysOf(String userTask);

    /** Files of models that the house itself starts or asks. */
    Set<String> files();

    /** Names of the messages that the house sends. */
    Set<String> messages();

    /** Lists of options that the house fills in a form. */
    Set<String> lists();

    /** Every word that can come, or may go, under the name of a fact; empty where anything can. */
    Set<String> words(String fact);

    /** The clocks and their times as a policy table says. @return empty for a table that cannot be used, which the gate tells */
    Optional<ClockPolicy> policy(byte[] table);

    /** Whether the engine holds a value to fit a cell. */
    boolean fits(String condition, @Nullable Object value);

    /** What the engine's own calendars make of a timer. @param kind dueDate, duration or cycle @throws RuntimeException where it can make nothing of it */
    @Nullable Date due(String kind, String text, Date from);
}
