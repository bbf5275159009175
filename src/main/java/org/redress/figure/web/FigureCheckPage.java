package org.redress.figure.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.redress.figure.Figure;
import org.redress.figure.FigureCheck;
import org.redress.figure.FigureChecks;
import org.redress.figure.FigureQuery;
import org.redress.figure.FigureTexts;
import org.redress.figure.FigureUpkeep;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that checks figures against the raw rows, and counts them anew. */
@Controller
@RequestMapping("/ops/figures")
class FigureCheckPage {

    private static final int SHOWN = 200;

    private final FigureChecks checks;
    private final FigureUpkeep upkeep;
    private final FigureParameters parameters;
    private final FigureTexts texts;

    FigureCheckPage(FigureChecks checks, FigureUpkeep upkeep, FigureParameters parameters, FigureTexts texts) {
        this.checks = checks;
        this.upkeep = upkeep;
        this.parameters = parameters;
        this.texts = texts;
    }

    record Choice(String code, String name) {
    }

    record Row(String figure, String part, String level, String day, String place, long counted, long raw) {
    }

    @GetMapping
    String page(Model model, Locale locale) {
        model.addAttribute("waiting", upkeep.waiting());
        model.addAttribute("figures", Arrays.stream(Figure.values()).map(figure -> new Choice(figure.name(), texts.name(figure, locale))).toList());
        model.addAttribute("from", parameters.today().minusYears(1).withDayOfMonth(1));
        model.addAttribute("to", parameters.today().withDayOfMonth(1).plusMonths(1));
        FigureChecks.Run run = checks.newest().orElse(null);
        model.addAttribute("run", run);
        if (run != null) {
            model.addAttribute("found", checks.found(run.id()));
            model.addAttribute("differences", checks.differences(run.id(), SHOWN).stream().map(found -> row(found, locale)).toList());
        }
        return "figure/check";
    }

    private Row row(FigureCheck.Difference found, Locale locale) {
        boolean named = !found.part().startsWith("GRADE ") && !found.part().equals("PAUSED_MINUTES") && !found.part().equals("CUSTOMERS");
        return new Row(texts.name(found.figure(), locale), named ? texts.part(found.part(), locale) : found.part(), found.level(), found.day().toString(),
                found.place(), found.counted(), found.raw());
    }

    /** @param figure empty for all of them */
    @PostMapping("/check")
    String check(@RequestParam(defaultValue = "") String figure, @RequestParam String from, @RequestParam String to, RedirectAttributes flash) {
        FigureQuery query = parameters.query(Map.of("from", from, "to", to));
        checks.check(figure.isBlank() ? List.of(Figure.values()) : List.of(FigureParameters.figure(figure)), query.from(), query.to());
        return started(flash, "figure.check.started");
    }

    @PostMapping("/rebuild")
    String rebuild(RedirectAttributes flash) {
        checks.rebuild();
        return started(flash, "figure.check.rebuilding");
    }

    private static String started(RedirectAttributes flash, String notice) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:/ops/figures";
    }
}
