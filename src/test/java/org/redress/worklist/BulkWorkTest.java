package org.redress.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.redress.organisation.Role;
import org.redress.shared.Actor;
import org.redress.worklist.BulkWork.Line;
import org.redress.worklist.BulkWork.Pick;
import org.redress.worklist.BulkWork.Verb;

class BulkWorkTest extends WorklistTest {

    private final BulkWork bulk = new BulkWork(work, desk, staff);
    private final Actor leader = actor("leader", Set.of(Role.TEAM_LEADER.name(), Role.TEAM_MEMBER.name()), "repair-1");

    BulkWorkTest() {
        organisation.person("leader", Set.of(Role.TEAM_LEADER), Set.of("repair-1"), Set.of("repair-1"))
                .person("wang", Set.of(Role.TEAM_MEMBER), Set.of("repair-1"), Set.of())
                .person("li", Set.of(Role.TEAM_MEMBER), Set.of("repair-1"), Set.of());
    }

    @Test
    void whatThePreviewSaysIsWhatHappens() {
        for (Verb verb : Verb.values()) {
            for (Actor actor : List.of(leader, handler("wang", "repair-1"), specialist("chen"))) {
                List<Pick> picks = everyKindOfRow();
                List<Line> foreseen = bulk.preview(actor, verb, picks, "li");
                List<Line> happened = bulk.apply(actor, verb, picks, "li");
                assertThat(happened).usingRecursiveComparison().as(verb + " by " + actor.username()).isEqualTo(foreseen);
                foreseen.stream().filter(Line::changes).forEach(line -> assertThat(row(line.pick().id()).version()).isEqualTo(line.pick().version() + 1));
            }
        }
    }

    @Test
    void rowsAreLeftAloneForAReason() {
        List<Line> lines = bulk.preview(handler("wang", "repair-1"), Verb.CLAIM, everyKindOfRow(), null);
        assertThat(lines).extracting(Line::problem).containsExactly(null, "worklist.problem.takenBy", "worklist.problem.alreadyYours",
                "worklist.problem.notYours", "worklist.problem.notYours", "worklist.problem.changed", "worklist.problem.gone");
    }

    @Test
    void undoPutsRowsBackAndLeavesThoseThatWentOn() {
        String first = task("repair-1").with("assignee", "wang").open();
        String second = task("repair-1").open();
        String third = task("repair-1").open();
        List<Pick> picks = List.of(new Pick(first, 0), new Pick(second, 0), new Pick(third, 0));
        bulk.apply(leader, Verb.ASSIGN, picks, "li");
        desk.release(handler("li", "repair-1"), third, null);

        int undone = bulk.undo(leader, picks.stream().map(pick -> new Pick(pick.id(), 1)).toList(), List.of("wang", "", ""));

        assertThat(undone).isEqualTo(2);
        assertThat(row(first).assignee()).isEqualTo("wang");
        assertThat(row(second).assignee()).isNull();
    }

    private List<Pick> everyKindOfRow() {
        List<Pick> picks = new ArrayList<>();
        picks.add(new Pick(task("repair-1").open(), 0));
        picks.add(new Pick(task("repair-1").with("assignee", "li").open(), 0));
        picks.add(new Pick(task("repair-1").with("assignee", "wang").open(), 0));
        picks.add(new Pick(task("repair-2").open(), 0));
        picks.add(new Pick(task("repair-1").with("excluded", Set.of("wang", "li")).open(), 0));
        picks.add(new Pick(task("repair-1").open(), 3));
        picks.add(new Pick("gone", 0));
        return picks;
    }
}
