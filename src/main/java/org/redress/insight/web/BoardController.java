package org.redress.insight.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.insight.BoardScope;
import org.redress.insight.LiveWall;
import org.redress.insight.LiveWall.Wall;
import org.redress.insight.web.BoardRowView.Row;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The live wall: the numbers of this moment, each opens its rows. */
@Controller
class BoardController {

    private final LiveWall wall;
    private final BoardScope scope;
    private final BoardRowView rows;
    private final BoardTexts texts;

    BoardController(LiveWall wall, BoardScope scope, BoardRowView rows, BoardTexts texts) {
        this.wall = wall;
        this.scope = scope;
        this.rows = rows;
        this.texts = texts;
    }

    /** @param teams names, comma between them */
    record OnShift(String name, String teams, boolean signedIn) {
    }

    /** @param big for a screen on the wall: no head, large figures */
    @GetMapping("/board")
    String board(@RequestParam(required = false) @Nullable String big, @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model, Locale locale) {
        Wall now = wall.now();
        model.addAttribute("numbers", now.numbers());
        model.addAttribute("grave", now.grave().stream().map(row -> rows.of(row, locale)).toList());
        model.addAttribute("graveCount", now.graveCount());
        List<OnShift> there = now.onShift().stream().map(each -> new OnShift(each.person().name().in(locale), each.person().teams().stream()
                .sorted().map(team -> texts.team(team, locale)).collect(Collectors.joining(", ")), each.signedIn())).toList();
        model.addAttribute("onShift", there);
        model.addAttribute("signedIn", there.stream().filter(OnShift::signedIn).count());
        model.addAttribute("at", texts.moment(now.at(), locale));
        model.addAttribute("big", big != null);
        model.addAttribute("live", live(scope.teams()));
        return part == null ? "insight/wall" : "insight/wall :: wall";
    }

    /** A leader hears of the work of their teams, a manager of everything. */
    static String live(@Nullable Set<String> teams) {
        return teams == null ? "case:* tasks:*" : teams.stream().sorted().map(team -> "tasks:" + team).collect(Collectors.joining(" "));
    }
}
