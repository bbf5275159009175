package org.redress.insight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.insight.BoardFilter;
import org.redress.insight.BoardNumbers;
import org.redress.insight.BoardPage;
import org.redress.insight.BoardScope;
import org.redress.insight.BoardState;
import org.redress.insight.Boards;
import org.redress.insight.Hours;
import org.redress.insight.Stage;
import org.redress.organisation.Organisation;
import org.redress.shared.CurrentActor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The manager's home: what is late or about to be, by cause; every number opens its rows. */
@Controller
class OverdueController {

    private static final int ROWS = 50;
    private static final int MOST_EXPORTED = 50_000;

    private final Boards boards;
    private final BoardScope scope;
    private final Organisation organisation;
    private final BoardRowView rows;
    private final BoardWorkbook workbook;
    private final BoardTexts texts;
    private final Hours hours;
    private final CurrentActor current;

    OverdueController(Boards boards, BoardScope scope, Organisation organisation, BoardRowView rows, BoardWorkbook workbook, BoardTexts texts,
            Hours hours, CurrentActor current) {
        this.boards = boards;
        this.scope = scope;
        this.organisation = organisation;
        this.rows = rows;
        this.workbook = workbook;
        this.texts = texts;
        this.hours = hours;
        this.current = current;
    }

    /** @param state a part of enum.BoardState, @param icon of enum.DueState */
    record Tab(String state, String icon, int count, String href, boolean here) {
    }

    record Cause(String stage, int late, String lateHref, int risk, String riskHref) {
    }

    @GetMapping(BoardQuery.PATH)
    String overdue(@RequestParam Map<String, String> parameters, @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model, Locale locale) {
        BoardQuery asked = BoardQuery.of(parameters);
        BoardPage page = boards.page(asked.filter(), asked.cursor(), ROWS);
        int last = asked.from() + page.rows().size() - 1;
        model.addAttribute("asked", asked);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("numbers", page.numbers());
        model.addAttribute("tabs", tabs(asked, page.numbers()));
        model.addAttribute("causes", causes(asked, page.numbers()));
        model.addAttribute("rows", page.rows().stream().map(row -> rows.of(row, locale)).toList());
        model.addAttribute("last", last);
        model.addAttribute("total", total(asked.filter(), page.numbers()));
        model.addAttribute("next", page.next() == null ? null : asked.next(page.next(), last + 1));
        model.addAttribute("first", asked.cursor() == null ? null : asked.stateOf(asked.state()));
        model.addAttribute("teams", organisation.teams().stream().filter(team -> seen(team.code()))
                .map(team -> Map.of("code", team.code(), "name", team.name().in(locale))).toList());
        model.addAttribute("orders", current.get().hasAny("DEPARTMENT_MANAGER", "SERVICE_DIRECTOR"));
        model.addAttribute("live", BoardController.live(scope.teams()));
        return part == null ? "insight/overdue" : "insight/overdue :: board";
    }

    @GetMapping(BoardQuery.PATH + ".xlsx")
    void workbook(@RequestParam Map<String, String> parameters, HttpServletResponse response, Locale locale) throws IOException {
        BoardQuery asked = BoardQuery.of(parameters);
        BoardPage page = boards.page(asked.filter(), null, MOST_EXPORTED);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"board-" + hours.today() + ".xlsx\"");
        workbook.write(asked, page, response.getOutputStream(), locale);
    }

    private boolean seen(String team) {
        Set<String> mine = scope.teams();
        return mine == null || mine.contains(team);
    }

    private static List<Tab> tabs(BoardQuery asked, BoardNumbers numbers) {
        List<Tab> tabs = new ArrayList<>();
        for (BoardState state : List.of(BoardState.BREACHED, BoardState.AT_RISK, BoardState.ON_TRACK, BoardState.PAUSED)) {
            String name = state.name().toLowerCase(Locale.ROOT);
            tabs.add(new Tab(state.name(), BoardTexts.icon(state), count(state, numbers), asked.stateOf(name), asked.state().equals(name)));
        }
        return tabs;
    }

    private static int count(BoardState state, BoardNumbers numbers) {
        return switch (state) {
            case BREACHED -> numbers.breached();
            case AT_RISK -> numbers.atRisk();
            case ON_TRACK -> numbers.onTrack();
            case PAUSED -> numbers.paused();
        };
    }

    private static List<Cause> causes(BoardQuery asked, BoardNumbers numbers) {
        List<Cause> causes = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            causes.add(new Cause(stage.name(), numbers.lateBy().getOrDefault(stage, 0), asked.causeOf(stage.name(), "breached"),
                    numbers.riskBy().getOrDefault(stage, 0), asked.causeOf(stage.name(), "at_risk")));
        }
        return causes;
    }

    /** How many rows the filter has, where one of the numbers says it; null otherwise. */
    private static @Nullable Integer total(BoardFilter filter, BoardNumbers numbers) {
        if (filter.marked() || filter.unassigned() && filter.tonight()) {
            return null;
        }
        if (filter.unassigned() || filter.tonight()) {
            return !filter.states().isEmpty() || filter.cause() != null ? null : filter.unassigned() ? numbers.unassigned() : numbers.tonight();
        }
        int sum = 0;
        for (BoardState state : BoardState.values()) {
            if (filter.has(state)) {
                sum += filter.cause() == null ? count(state, numbers) : caused(state, filter.cause(), numbers);
            }
        }
        return sum;
    }

    private static int caused(BoardState state, Stage cause, BoardNumbers numbers) {
        return switch (state) {
            case BREACHED -> numbers.lateBy().getOrDefault(cause, 0);
            case AT_RISK -> numbers.riskBy().getOrDefault(cause, 0);
            default -> 0;
        };
    }
}
