package org.redress.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.redress.organisation.Role;
import org.redress.shared.Actor;
import org.redress.shared.LivePageEvent;
import org.redress.shared.Problem;

class TaskDeskTest extends WorklistTest {

    private final Actor wang = handler("wang", "repair-1");
    private final Actor li = handler("li", "repair-1");
    private final Actor zhao = handler("zhao", "repair-2");
    private final Actor leader = actor("leader", Set.of(Role.TEAM_LEADER.name(), Role.TEAM_MEMBER.name()), "repair-1");

    TaskDeskTest() {
        organisation.person("wang", Set.of(Role.TEAM_MEMBER), Set.of("repair-1"), Set.of())
                .person("li", Set.of(Role.TEAM_MEMBER), Set.of("repair-1"), Set.of())
                .person("zhao", Set.of(Role.TEAM_MEMBER), Set.of("repair-2"), Set.of())
                .person("leader", Set.of(Role.TEAM_LEADER), Set.of("repair-1"), Set.of("repair-1"))
                .person("lin", Set.of(Role.CALLBACK_AGENT), Set.of(), Set.of())
                .person("wu", Set.of(Role.CALLBACK_AGENT), Set.of(), Set.of());
    }

    @Test
    void oneOfTwoTakesATaskAndTheOtherIsToldWho() throws Exception {
        for (int round = 0; round < 20; round++) {
            String id = task("repair-1").open();
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService people = Executors.newFixedThreadPool(2);
            List<Future<String>> ends = new ArrayList<>();
            for (Actor actor : List.of(wang, li)) {
                Callable<String> claim = () -> {
                    together.await();
                    try {
                        transaction.executeWithoutResult(status -> desk.claim(actor, id, 0));
                        return "won " + actor.username();
                    } catch (Problem e) {
                        return e.status() + " " + e.key() + " " + e.args();
                    }
                };
                ends.add(people.submit(claim));
            }
            List<String> said = List.of(ends.get(0).get(), ends.get(1).get());
            people.shutdown();
            String winner = row(id).assignee();
            assertThat(said).containsExactlyInAnyOrder("won " + winner, "409 worklist.problem.takenBy [" + winner.toUpperCase() + "]");
            assertThat(row(id).version()).isEqualTo(1);
        }
        assertThat(engine.calls).hasSize(20);
        assertThat(audit).hasSize(20);
    }

    @Test
    void whoMaySeeAndTake() {
        String offered = task("repair-1").with("caseTeam", "repair-1").open();
        String recall = task("CALLBACK_AGENT").with("excluded", Set.of("wu")).with("caseTeam", "repair-1").open();

        assertThat(desk.see(wang, offered).id()).isEqualTo(offered);
        refused(403, "worklist.problem.notYours", () -> desk.see(zhao, offered));
        refused(403, "worklist.problem.notYours", () -> desk.see(agent("wu"), recall));
        refused(403, "worklist.problem.notYours", () -> desk.claim(agent("wu"), recall, null));
        refused(404, "worklist.problem.gone", () -> desk.see(wang, "no-such-task"));
        assertThat(desk.see(specialist("chen"), offered).id()).isEqualTo(offered);
        refused(403, "worklist.problem.notOffered", () -> desk.claim(specialist("chen"), offered, null));
        refused(403, "worklist.problem.notOffered", () -> desk.complete(specialist("chen"), offered, null, Map.of("decision", "SIGN")));
        refused(403, "worklist.problem.notOffered", () -> desk.claim(wang, recall, null));
        assertThat(desk.claim(agent("lin"), recall, null).assignee()).isEqualTo("lin");
        assertThat(engine.calls).containsExactly("assign " + recall + " to lin");
    }

    @Test
    void aLeaderASpecialistOrAManagerGivesWorkToThoseItIsOfferedTo() {
        String id = task("repair-1").with("excluded", Set.of("li")).open();
        refused(403, "worklist.problem.mayNotAssign", () -> desk.assign(wang, id, "wang", null));
        refused(403, "worklist.problem.notYours", () -> desk.assign(actor("leader2", Set.of("TEAM_LEADER"), "repair-2"), id, "zhao", null));
        refused(422, "shared.problem.invalid", () -> desk.assign(leader, id, "zhao", null));
        refused(422, "shared.problem.invalid", () -> desk.assign(leader, id, "li", null));
        assertThat(desk.assign(leader, id, "wang", 0).assignee()).isEqualTo("wang");
        assertThat(desk.assign(specialist("chen"), id, "leader", 1).assignee()).isEqualTo("leader");
        assertThat(row(id).assignee()).isEqualTo("leader");
        assertThat(row(id).version()).isEqualTo(2);
        assertThat(audit).last().asString().startsWith("ASSIGN CASE RD-2026-").contains("from=wang").contains("to=leader");
        assertThat(events).contains(new LivePageEvent("tasks", "wang", 1), new LivePageEvent("tasks", "leader", 2));
    }

    @Test
    void onlyTheHolderOrALeaderGivesBack() {
        String id = task("repair-1").with("assignee", "wang").open();
        refused(403, "worklist.problem.notHolder", () -> desk.release(li, id, null));
        refused(409, "worklist.problem.changed", () -> desk.release(wang, id, 7));
        desk.release(wang, id, 0);
        assertThat(row(id).assignee()).isNull();
        desk.claim(li, id, null);
        desk.release(leader, id, null);
        assertThat(row(id).assignee()).isNull();
        assertThat(desk.rights(li, row(id))).isEqualTo(new TaskRights(true, true, false, false));
    }

    @Test
    void finishingTakesAFreeTaskOnTheWayAndForgetsTheDraft() {
        String id = task("repair-1").open();
        drafts.save(wang, row(id), Map.of("decision", "RETURN"));
        desk.complete(wang, id, 0, Map.of("decision", "SIGN", "unknown", "dropped"));
        assertThat(engine.calls).containsExactly("complete " + id + " by wang");
        assertThat(engine.completed.get(id)).isEqualTo(Map.of("decision", "SIGN"));
        assertThat(drafts.find(wang, row(id))).isEmpty();
        assertThat(audit).hasSize(1).first().asString().startsWith("COMPLETE CASE RD-2026-");
    }

    @Test
    void wrongAnswersStaleVersionsAndOtherPeoplesTasksChangeNothing() {
        String id = task("repair-1").with("assignee", "li").open();
        refused(409, "worklist.problem.takenBy", () -> desk.complete(wang, id, 0, Map.of("decision", "SIGN")));
        refused(409, "worklist.problem.changed", () -> desk.complete(li, id, 4, Map.of("decision", "SIGN")));
        refused(409, "worklist.problem.gone", () -> desk.complete(li, "gone", null, Map.of()));
        assertThatThrownBy(() -> desk.complete(li, id, 0, Map.of("decision", "MAYBE"))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.fields()).hasSize(1);
            assertThat(problem.fields().get(0).field()).isEqualTo("decision");
        });
        assertThat(engine.calls).isEmpty();
        assertThat(audit).isEmpty();
    }

    @Test
    void nextIsTheEarliestSafeStartAndTwoPeopleGetTwoTasks() {
        String second = task("repair-1").due(Duration.ofHours(6)).open();
        String first = task("repair-1").due(Duration.ofHours(4)).open();
        task("repair-2").due(Duration.ofHours(1)).open();
        task("repair-1").due(Duration.ofHours(2)).with("waiting", true).open();
        assertThat(desk.next(wang, null).orElseThrow().id()).isEqualTo(first);
        assertThat(desk.claimNext(wang).orElseThrow().id()).isEqualTo(first);
        assertThat(desk.claimNext(li).orElseThrow().id()).isEqualTo(second);
        assertThat(desk.claimNext(li)).isEmpty();
        assertThat(desk.next(wang, null).orElseThrow().id()).isEqualTo(first);
        assertThat(desk.next(wang, WorkQuery.after(row(first)))).isEmpty();
    }

    @Test
    void aDraftOutlivesTheTask() {
        String id = task("repair-1").open();
        OpenTask task = row(id);
        drafts.save(wang, task, Map.of("finding", "管道漏气\u0000", "amount", 12.5));
        rows.closed(id, "visit-" + id);
        assertThat(drafts.find(wang, task).orElseThrow().answers()).isEqualTo(Map.of("finding", "管道漏气", "amount", 12.5));
        assertThat(drafts.find(li, task)).isEmpty();
    }

    @Test
    void aRowFollowsItsSubjectAndAClockThatMovesMakesNothingStale() {
        String id = task("repair-1").open();
        OpenTask task = row(id);
        TaskSubject graver = new TaskSubject(TaskKind.CASE, task.subjectId(), task.subject(), "S1", "HOTLINE", null, "Li", "Longgang",
                "no gas", Set.of("SAFETY", "VIP"));
        rows.subjectChanged(graver);
        rows.subjectChanged(graver);
        rows.rescheduled(id, NOW, NOW, 30, NOW);
        assertThat(row(id).severity()).isEqualTo("S1");
        assertThat(row(id).flags()).containsExactlyInAnyOrder("SAFETY", "VIP");
        assertThat(row(id).version()).isEqualTo(1);
        assertThat(row(id).dueAt()).isEqualTo(NOW);
    }

    private static void refused(int status, String key, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.key()).isEqualTo(key);
        });
    }
}
