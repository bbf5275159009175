package org.redress.figure.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.redress.figure.BaseNumber;
import org.redress.figure.BaseNumbers;
import org.redress.figure.Figure;
import org.redress.figure.FigureTexts;
import org.redress.figure.Target;
import org.redress.figure.Targets;
import org.redress.shared.Problem;
import org.redress.shared.web.ProblemSentences;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Numbers and targets that people enter for figures (基数与目标值). */
@Controller
@RequestMapping("/admin/base-numbers")
class BaseNumberPage {

    private static final int SHOWN = 60;
    private static final int HUNDRED = 100;

    private final BaseNumbers numbers;
    private final Targets targets;
    private final FigureTexts texts;
    private final ProblemSentences sentences;

    BaseNumberPage(BaseNumbers numbers, Targets targets, FigureTexts texts, ProblemSentences sentences) {
        this.numbers = numbers;
        this.targets = targets;
        this.texts = texts;
        this.sentences = sentences;
    }

    record Choice(String code, String name) {
    }

    /** @param percent as it is written */
    record TargetRow(String figure, String name, boolean atLeast, String percent) {
    }

    @GetMapping
    String page(Model model, Locale locale) {
        model.addAttribute("numbers", numbers.newest(SHOWN));
        model.addAttribute("kinds", BaseNumber.Kind.values());
        model.addAttribute("targets", targets.all().stream().map(target -> new TargetRow(target.figure().name(), texts.name(target.figure(), locale),
                target.atLeast(), target.share().multiply(BigDecimal.valueOf(HUNDRED)).stripTrailingZeros().toPlainString())).toList());
        model.addAttribute("figures", Arrays.stream(Figure.values()).filter(Figure::isShare).map(figure -> new Choice(figure.name(), texts.name(figure, locale))).toList());
        return "figure/base-numbers";
    }

    @PostMapping
    Object put(@RequestParam Map<String, String> typed, Model model, Locale locale, RedirectAttributes flash) {
        return saved(typed, model, locale, flash, "figure.base.saved", () -> numbers.put(List.of(new BaseNumber(kind(typed.getOrDefault("kind", "")),
                month(typed.getOrDefault("month", "")), typed.getOrDefault("region", "").strip(), number(typed.getOrDefault("n", ""))))));
    }

    @PostMapping("/remove")
    String remove(@RequestParam String kind, @RequestParam LocalDate month, @RequestParam String region, RedirectAttributes flash) {
        numbers.remove(kind(kind), month, region);
        flash.addFlashAttribute("notice", "figure.base.removed");
        return "redirect:/admin/base-numbers";
    }

    @PostMapping("/targets")
    Object target(@RequestParam Map<String, String> typed, Model model, Locale locale, RedirectAttributes flash) {
        return saved(typed, model, locale, flash, "figure.target.saved", () -> targets.set(new Target(FigureParameters.figure(typed.getOrDefault("figure", "")),
                !"false".equals(typed.get("atLeast")), share(typed.getOrDefault("percent", "")))));
    }

    @PostMapping("/targets/remove")
    String removeTarget(@RequestParam String figure, RedirectAttributes flash) {
        targets.remove(FigureParameters.figure(figure));
        flash.addFlashAttribute("notice", "figure.target.removed");
        return "redirect:/admin/base-numbers";
    }

    private Object saved(Map<String, String> typed, Model model, Locale locale, RedirectAttributes flash, String notice, Runnable work) {
        try {
            work.run();
            flash.addFlashAttribute("notice", notice);
            return "redirect:/admin/base-numbers";
        } catch (Problem problem) {
            Map<String, String> errors = new LinkedHashMap<>();
            problem.fields().forEach(field -> errors.put(field.field(), sentences.of(Problem.badRequest(field.key(), field.args().toArray()), locale)));
            if (errors.isEmpty()) {
                throw problem;
            }
            model.addAttribute("errors", errors);
            model.addAttribute("typed", typed);
            return new ModelAndView(page(model, locale), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private static BaseNumber.Kind kind(String text) {
        return Arrays.stream(BaseNumber.Kind.values()).filter(kind -> kind.name().equals(text)).findFirst()
                .orElseThrow(() -> Problem.invalid("kind", "figure.problem.kind"));
    }

    /** As a browser writes a month: "2026-03". */
    private static LocalDate month(String text) {
        try {
            return YearMonth.parse(text.strip()).atDay(1);
        } catch (DateTimeException e) {
            throw Problem.invalid("month", "figure.problem.month");
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.replace(",", "").strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid("n", "figure.problem.number");
        }
    }

    /** Per cent with at most four decimals. */
    private static BigDecimal share(String text) {
        BigDecimal percent = text.strip().matches("\\d{1,3}(\\.\\d{1,4})?") ? new BigDecimal(text.strip()) : BigDecimal.valueOf(-1);
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(HUNDRED)) > 0) {
            throw Problem.invalid("percent", "figure.problem.share");
        }
        return percent.divide(BigDecimal.valueOf(HUNDRED), 6, RoundingMode.HALF_UP);
    }
}
