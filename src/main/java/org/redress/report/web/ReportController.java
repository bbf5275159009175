package org.redress.report.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.figure.AskedShare;
import org.redress.figure.AskedShareMarks;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureTexts;
import org.redress.figure.FigureUpkeep;
import org.redress.figure.FigureValue;
import org.redress.figure.Targets;
import org.redress.report.FigureWords;
import org.redress.report.Finding;
import org.redress.report.ReportLine;
import org.redress.report.ReportQuery;
import org.redress.report.Reports;
import org.redress.report.SavedView;
import org.redress.report.SavedViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures live: all of a group, and one by itself with how it went. */
@Controller
class ReportController {

    private final Reports reports;
    private final ReportRows rows;
    private final ReportFrame frame;
    private final SavedViews views;
    private final AskedShareMarks marks;
    private final Targets targets;
    private final Finding finding;
    private final FigureWords words;
    private final FigureTexts figureTexts;
    private final FigureUpkeep upkeep;

    ReportController(Reports reports, ReportRows rows, ReportFrame frame, SavedViews views, AskedShareMarks marks, Targets targets, Finding finding,
            FigureWords words, FigureTexts figureTexts,
            FigureUpkeep upkeep) {
        this.reports = reports;
        this.rows = rows;
        this.frame = frame;
        this.views = views;
        this.marks = marks;
        this.targets = targets;
        this.finding = finding;
        this.words = words;
        this.figureTexts = figureTexts;
        this.upkeep = upkeep;
    }

    /** @param asked and the others: values with what they are made of */
    record MarkRow(String name, String asked, String askedThen, String answered, String rated, String ratedThen, boolean marked, boolean tooFew) {
    }

    @GetMapping("/reports")
    String reports(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
        SavedView view = view(parameters.get("view"));
        Map<String, String> said = new LinkedHashMap<>(parameters);
        if (view != null) {
            said.putAll(ReportQuery.of(view.query(), frame.today()).parameters());
            if (parameters.containsKey("from")) {
                said.put("from", parameters.get("from"));
            }
        }
        ReportQuery asked = ReportQuery.of(said, frame.today());
        frame.fill(asked, "/reports", model, locale);
        model.addAttribute("rows", rows.of(asked, reports.lines(asked), locale));
        model.addAttribute("waiting", upkeep.waiting());
        model.addAttribute("view", view);
        model.addAttribute("views", views.all());
        model.addAttribute("keep", ReportQuery.address("/reports/views/new", asked.parameters()));
        model.addAttribute("rule", figureTexts.askedRule(locale));
        List<MarkRow> teams = shares(asked, Dimension.TEAM, locale);
        List<MarkRow> people = shares(asked, Dimension.EMPLOYEE, locale);
        model.addAttribute("markedTeams", teams);
        model.addAttribute("markedPeople", people.stream().filter(MarkRow::marked).toList());
        model.addAttribute("marked", teams.stream().filter(MarkRow::marked).count() + people.stream().filter(MarkRow::marked).count());
        return "report/reports";
    }

    @GetMapping("/reports/{figure}")
    String figure(@PathVariable String figure, @RequestParam Map<String, String> parameters, Model model, Locale locale) {
        Figure wanted = RowsQuery.figure(figure);
        ReportQuery asked = ReportQuery.of(parameters, frame.today());
        asked = asked.dimension() == null ? asked.by(Dimension.TEAM) : asked;
        frame.fill(asked, "/reports/" + figure, model, locale);
        List<ReportLine> series = reports.series(wanted, asked);
        model.addAttribute("figure", words.name(wanted, locale));
        model.addAttribute("formula", words.formula(wanted, locale));
        model.addAttribute("by", words.dimension(asked.dimension(), locale));
        model.addAttribute("rows", rows.of(asked, reports.lines(wanted, asked), locale));
        model.addAttribute("series", rows.of(asked, series, locale));
        ReportQuery each = asked;
        model.addAttribute("periods", series.stream().map(line -> words.period(each.at(line.query().from()), locale)).toList());
        model.addAttribute("finding", finding.of(wanted, asked, series, locale));
        model.addAttribute("target", targets.of(wanted).map(target -> target.share().movePointRight(2).toPlainString()).orElse(null));
        model.addAttribute("compared", series.stream().anyMatch(line -> line.line().yearBefore() != null));
        model.addAttribute("all", ReportQuery.address("/reports", asked.parameters()));
        return "report/figure";
    }

    private @Nullable SavedView view(@Nullable String id) {
        return id != null && id.matches("\\d{1,18}") ? views.one(Long.parseLong(id)) : null;
    }

    private List<MarkRow> shares(ReportQuery asked, Dimension by, Locale locale) {
        return marks.shares(asked.kind(), asked.from(), by, asked.only()).stream().map(share -> mark(share, locale)).toList();
    }

    private MarkRow mark(AskedShare share, Locale locale) {
        return new MarkRow(share.name().in(locale), share(Figure.ASKED_SHARE, share.asked(), locale), share(Figure.ASKED_SHARE, share.askedThen(), locale),
                share(Figure.ANSWERED_SHARE, share.answered(), locale), share(Figure.SATISFACTION_RATED, share.rated(), locale),
                share(Figure.SATISFACTION_RATED, share.ratedThen(), locale), share.marked(), share.tooFew());
    }

    private String share(Figure figure, FigureValue value, Locale locale) {
        return words.text("report.share", locale, words.value(figure, value, locale), FigureWords.count(value.numerator(), locale),
                FigureWords.count(value.denominator(), locale));
    }
}
