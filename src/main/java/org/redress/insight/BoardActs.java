package org.redress.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseDesk;
import org.redress.escalation.Escalations;
import org.redress.escalation.Extensions;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;

/** One verb on cases of a board: first what would happen to each, then it happens, each case in a transaction of its own. */
@Service
public class BoardActs {

    private final Boards boards;
    private final CaseDesk desk;
    private final Escalations escalations;
    private final Extensions extensions;

    BoardActs(Boards boards, CaseDesk desk, Escalations escalations, Extensions extensions) {
        this.boards = boards;
        this.desk = desk;
        this.escalations = escalations;
        this.extensions = extensions;
    }

    /** What can be done to a case from a board; handing its work over is {@code worklist.BulkWork}. */
    public enum Verb {
        /** 催办 */ NUDGE(false),
        /** 督办: a manager orders an answer. */ ORDER(true),
        /** 延期: asks for more time. */ EXTEND(true),
        /** 认领: "I see to the last step of the ladder", so that two managers do not act twice. */ ACKNOWLEDGE(false);

        private final boolean reasoned;

        Verb(boolean reasoned) {
            this.reasoned = reasoned;
        }

        /** Whether a reason must be given. */
        public boolean reasoned() {
            return reasoned;
        }
    }

    /** @param until new due moment, for an extension */
    public record Words(String reason, @Nullable Instant until) {

        public static final Words NONE = new Words("", null);
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

    /** What would happen to each case, as the board shows it now; nothing is changed. */
    public List<Line> look(Verb verb, List<String> numbers) {
        return rows(numbers).stream().map(line -> line.row() == null ? line : foresee(verb, line, line.row())).toList();
    }

    /** Cases as the board shows them now, in the order of the numbers. */
    public List<Line> rows(List<String> numbers) {
        List<BoardRow> rows = boards.page(BoardFilter.of(Set.copyOf(numbers)), null, numbers.size()).rows();
        List<Line> lines = new ArrayList<>();
        for (String number : numbers) {
            BoardRow row = rows.stream().filter(each -> each.number().equals(number)).findFirst().orElse(null);
            lines.add(new Line(number, row, row == null ? "insight.problem.gone" : null, List.of()));
        }
        return lines;
    }

    /** Does it, and says of every case what became of it. */
    public List<Line> apply(Verb verb, List<String> numbers, Words words) {
        return look(verb, numbers).stream().map(line -> line.row() != null && line.done() ? act(verb, line, line.row(), words) : line).toList();
    }

    private static Line foresee(Verb verb, Line line, BoardRow row) {
        BoardRow.Step step = row.step();
        return switch (verb) {
            case NUDGE -> line;
            case ORDER -> row.ordered() ? left(line, "insight.problem.ordered") : line;
            case EXTEND -> row.extensionAsked() ? left(line, "insight.problem.extensionAsked") : line;
            case ACKNOWLEDGE -> step == null ? left(line, "insight.problem.noStep")
                    : step.acknowledgedBy() != null ? left(line, "insight.problem.acknowledged") : line;
        };
    }

    private Line act(Verb verb, Line line, BoardRow row, Words words) {
        BoardRow.Step step = row.step();
        Instant until = words.until();
        try {
            switch (verb) {
                case NUDGE -> desk.nudge(line.number());
                case ORDER -> escalations.order(line.number(), words.reason());
                case EXTEND -> {
                    if (until == null) {
                        throw Problem.invalid("until", "insight.problem.until");
                    }
                    extensions.ask(line.number(), until, words.reason());
                }
                case ACKNOWLEDGE -> {
                    if (step != null) {
                        escalations.acknowledge(step.id());
                    }
                }
            }
            return line;
        } catch (Problem problem) {
            boolean ofField = problem.fields().size() == 1;
            return new Line(line.number(), row, ofField ? problem.fields().get(0).key() : problem.key(),
                    ofField ? problem.fields().get(0).args() : problem.args());
        }
    }

    private static Line left(Line line, String problem) {
        return new Line(line.number(), line.row(), problem, List.of());
    }
}
