package org.redress.briefing.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.BriefingRows;
import org.redress.briefing.BriefingRows.Asked;
import org.redress.briefing.BriefingRows.Of;
import org.redress.figure.Dimension;
import org.redress.organisation.Organisation;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers with one grade, complaints of one category: the rows behind a number of a briefing. */
@Controller
class BriefingRowsController {

    private static final int ROWS = 50;
    private static final int LONGEST = 100;
    private static final Pattern CLASS = Pattern.compile("SERVICE|BILLING|SUPPLY_INTERRUPTION|SUPPLY_QUALITY|NETWORK_WORKS|SUGGESTION");

    private final BriefingRows rows;
    private final Organisation organisation;
    private final BriefingTexts texts;

    BriefingRowsController(BriefingRows rows, Organisation organisation, BriefingTexts texts) {
        this.rows = rows;
        this.organisation = organisation;
        this.texts = texts;
    }

    record Row(String label, String href, String day, String team, String business, @Nullable String summary) {
    }

    @GetMapping("/briefings/rows")
    String rows(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
        Asked asked = asked(parameters);
        String after = parameters.getOrDefault("after", "0");
        if (!after.matches("\\d{1,18}")) {
            throw Problem.badRequest("shared.problem.cursor");
        }
        Slice<BriefingRows.Line> page = rows.page(asked, Long.parseLong(after), ROWS);
        model.addAttribute("heading", texts.text("briefing.rows." + asked.of(), locale, name(asked, locale)));
        model.addAttribute("days", texts.text("briefing.from", locale, texts.day(asked.from(), locale), texts.day(asked.to().minusDays(1), locale)));
        model.addAttribute("where", List.of(team(asked.team(), locale), texts.business(asked.business(), locale)));
        model.addAttribute("narrowed", rows.isNarrowed());
        model.addAttribute("rows", page.items().stream().map(line -> row(line, locale)).toList());
        model.addAttribute("next", page.next() == null ? null : address(parameters, page.next()));
        model.addAttribute("first", after.equals("0") ? null : address(parameters, "0"));
        return "briefing/rows";
    }

    private Row row(BriefingRows.Line line, Locale locale) {
        String href = line.key() == null ? "/reports/rows/evaluation/" + line.id() : "/cases/" + line.key();
        Business business = constant(Business.values(), Objects.requireNonNullElse(line.business(), ""));
        return new Row(line.key() == null ? texts.text("briefing.rows.answer", locale, String.valueOf(line.id())) : line.key(), href, texts.day(line.day(), locale),
                line.team() == null ? "" : team(line.team(), locale), business == null ? "" : texts.business(business, locale), line.summary());
    }

    private String name(Asked asked, Locale locale) {
        if (asked.code().equals(Dimension.NONE)) {
            return texts.text("briefing.uncategorised", locale);
        }
        boolean known = asked.of() == Of.CLASS && CLASS.matcher(asked.code()).matches();
        return known ? texts.text("enum.CategoryClass." + asked.code(), locale) : rows.name(asked).in(locale);
    }

    private String team(@Nullable String code, Locale locale) {
        return code == null ? texts.text("briefing.everyTeam", locale) : organisation.team(code).map(team -> team.name().in(locale)).orElse(code);
    }

    private static Asked asked(Map<String, String> parameters) {
        Of of = constant(Of.values(), parameters.getOrDefault("of", "").toUpperCase(Locale.ROOT));
        String code = parameters.getOrDefault("code", "");
        LocalDate from = day(parameters.get("from"));
        LocalDate to = day(parameters.get("to"));
        if (of == null || code.isEmpty() || code.length() > LONGEST || from.isAfter(to)) {
            throw Problem.badRequest("briefing.problem.rows");
        }
        String team = parameters.getOrDefault("team", "");
        return new Asked(of, code, from, to, team.isBlank() || team.length() > LONGEST ? null : team,
                constant(Business.values(), parameters.getOrDefault("business", "")));
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw Problem.badRequest("briefing.problem.rows");
        }
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] all, String name) {
        return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }

    private static String address(Map<String, String> parameters, String after) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("after", after);
        return UriComponentsBuilder.fromPath("/briefings/rows").query(all.keySet().stream().map(name -> name + "={" + name + "}").collect(Collectors.joining("&")))
                .buildAndExpand(all).encode().toUriString();
    }
}
