package org.redress.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseDesk;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;

/** One verb on cases of a board: first what would happen to each, then it happens, each case in a transaction of its own. */
@Service
public class BoardActs {

    private final Boards boards;
    private final CaseDesk desk;

    BoardActs(Boards boards, CaseDesk desk) {
        this.boards = boards;
        this.desk = desk;
    }

    /** What can be done to a case from a board; handing its work over is {@code worklist.BulkWork}. */
    public enum Verb {
        /** 催办 */ NUDGE
    }

    /**
     * What becomes of one case.
     *
     * @param row     null when it is not among the open cases that the reader sees
     * @param problem message key of why it is left alone, null when it is done
     */
    public record Line(String number, @Nullable BoardRow row, @Nullable String problem, List<Object> args) {

        public boolean done() {
            return problem == null;
        }
    }

    /** Cases as the board shows them now, in the order of the numbers. */
    public List<Line> look(List<String> numbers) {
        List<BoardRow> rows = boards.page(BoardFilter.of(Set.copyOf(numbers)), null, numbers.size()).rows();
        List<Line> lines = new ArrayList<>();
        for (String number : numbers) {
            BoardRow row = rows.stream().filter(each -> each.number().equals(number)).findFirst().orElse(null);
            lines.add(new Line(number, row, row == null ? "insight.problem.gone" : null, List.of()));
        }
        return lines;
    }

    /** Does it, and says of every case what became of it. */
    public List<Line> apply(Verb verb, List<String> numbers) {
        return look(numbers).stream().map(line -> line.done() ? act(verb, line) : line).toList();
    }

    private Line act(Verb verb, Line line) {
        try {
            switch (verb) {
                case NUDGE -> desk.nudge(line.number());
            }
            return line;
        } catch (Problem problem) {
            return new Line(line.number(), line.row(), problem.key(), problem.args());
        }
    }
}
