package org.redress.insight.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.insight.BoardNumbers;
import org.redress.insight.BoardPage;
import org.redress.insight.BoardRow;
import org.redress.insight.Boards;
import org.redress.insight.Hours;
import org.redress.shared.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/boards}: what is late, for other systems, with the same permissions as the pages. */
@RestController
@RequestMapping("/api/v1/boards")
@Tag(name = "Boards")
class BoardApi {

    private static final int MOST = 200;

    private final Boards boards;
    private final Hours hours;

    BoardApi(Boards boards, Hours hours) {
        this.boards = boards;
        this.hours = hours;
    }

    record Overdue(Counts counts, List<Item> items, @Nullable String next) {
    }

    record Counts(int breached, int atRisk, int onTrack, int paused, int unassigned) {

        static Counts of(BoardNumbers numbers) {
            return new Counts(numbers.breached(), numbers.atRisk(), numbers.onTrack(), numbers.paused(), numbers.unassigned());
        }
    }

    /** @param step key of the user task; assignee null when nobody has it */
    record Step(String id, String key, String name, String team, @Nullable String assignee, OffsetDateTime startBy) {
    }

    record Item(String number, String severity, String state, String boardState, @Nullable String clock, @Nullable OffsetDateTime dueAt,
            @Nullable String cause, @Nullable String team, @Nullable String owner, List<Step> steps, int ladderLevel,
            @Nullable Integer nextLevel, @Nullable OffsetDateTime nextStepAt, @Nullable String acknowledgedBy, List<String> marks) {
    }

    @Operation(summary = "Cases that are late or at risk, what is due first comes first; state, cause, severity, team narrow them")
    @GetMapping("/overdue")
    Overdue overdue(@RequestParam Map<String, String> parameters, @RequestParam(defaultValue = "50") int limit, Locale locale) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "insight.problem.limit", MOST);
        }
        BoardQuery asked = BoardQuery.of(parameters);
        BoardPage page = boards.page(asked.filter(), asked.cursor(), limit);
        return new Overdue(Counts.of(page.numbers()), page.rows().stream().map(row -> item(row, locale)).toList(), page.next());
    }

    private Item item(BoardRow row, Locale locale) {
        BoardRow.Reading clock = row.clock();
        BoardRow.Step last = row.step();
        return new Item(row.number(), row.severity(), row.caseState(), row.state().name(), clock == null ? null : clock.kind().name(),
                clock == null ? null : at(clock.dueAt()), row.cause() == null ? null : row.cause().name(), row.team(), row.owner(),
                row.work().stream().map(work -> new Step(work.id(), work.key(), work.name().in(locale), work.team(), work.assignee(),
                        at(work.startBy()))).toList(),
                row.ladderLevel(), row.nextLevel(), row.nextStepAt() == null ? null : at(row.nextStepAt()),
                last == null ? null : last.acknowledgedBy(), row.marks());
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(hours.zone()).toOffsetDateTime();
    }
}
