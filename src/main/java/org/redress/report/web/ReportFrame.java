package org.redress.report.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.redress.deadline.Calendars;
import org.redress.figure.Dimension;
import org.redress.figure.PeriodKind;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Team;
import org.redress.report.FigureGroup;
import org.redress.report.FigureWords;
import org.redress.report.ReportQuery;
import org.redress.shared.Business;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands on every page of the reports: the choice of period, dimension and filters. */
@Component
class ReportFrame {

    private final FigureWords words;
    private final ReportRows rows;
    private final Organisation organisation;
    private final Calendars calendars;
    private final Clock clock;

    ReportFrame(FigureWords words, ReportRows rows, Organisation organisation, Calendars calendars, Clock clock) {
        this.words = words;
        this.rows = rows;
        this.organisation = organisation;
        this.calendars = calendars;
        this.clock = clock;
    }

    record Choice(String code, String name) {
    }

    LocalDate today() {
        return ZonedDateTime.ofInstant(clock.instant(), calendars.current().zone()).toLocalDate();
    }

    /** @param path of the page itself */
    void fill(ReportQuery asked, String path, Model model, Locale locale) {
        model.addAttribute("asked", asked);
        model.addAttribute("path", path);
        model.addAttribute("period", words.period(asked, locale));
        model.addAttribute("kinds", PeriodKind.values());
        model.addAttribute("groups", FigureGroup.values());
        model.addAttribute("dimensions", Dimension.values());
        model.addAttribute("teams", organisation.teams().stream().map(team -> new Choice(team.code(), team.name().in(locale))).toList());
        model.addAttribute("businesses", Arrays.stream(Business.values()).map(each -> new Choice(each.name(), words.text("enum.Business." + each, locale))).toList());
        model.addAttribute("team", asked.only().get(Dimension.TEAM));
        model.addAttribute("business", asked.only().get(Dimension.BUSINESS));
        model.addAttribute("others", List.of(Dimension.EMPLOYEE, Dimension.REGION, Dimension.CHANNEL, Dimension.SEGMENT).stream()
                .filter(asked.only()::containsKey).map(each -> new Choice(ReportQuery.name(each), asked.only().get(each))).toList());
        model.addAttribute("chips", rows.chips(asked, path, names(asked, locale), locale));
        model.addAttribute("earlier", at(asked, path, -1));
        model.addAttribute("later", at(asked, path, 1));
    }

    Map<Dimension, String> names(ReportQuery asked, Locale locale) {
        Map<Dimension, String> names = new EnumMap<>(Dimension.class);
        asked.only().forEach((dimension, code) -> names.put(dimension, name(dimension, code, locale)));
        return names;
    }

    /** What a code is called; the code itself where nothing is known of it. */
    String name(Dimension dimension, String code, Locale locale) {
        if (code.equals(Dimension.NONE)) {
            return words.text("figure.none", locale);
        }
        return switch (dimension) {
            case TEAM -> organisation.team(code).map(Team::name).map(name -> name.in(locale)).orElse(code);
            case EMPLOYEE -> organisation.person(code).map(Person::name).map(name -> name.in(locale)).orElse(code);
            case BUSINESS -> Arrays.stream(Business.values()).anyMatch(each -> each.name().equals(code)) ? words.text("enum.Business." + code, locale) : code;
            default -> code;
        };
    }

    private static String at(ReportQuery asked, String path, int periods) {
        return ReportQuery.address(path, asked.at(asked.kind().plus(asked.from(), periods)).parameters());
    }
}
