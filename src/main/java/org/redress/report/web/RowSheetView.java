package org.redress.report.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.figure.Dimension;
import org.redress.report.FigureWords;
import org.redress.report.RowSheet.Asking;
import org.redress.report.RowSheet.Job;
import org.redress.report.RowSheet.Sheet;
import org.redress.shared.web.PageTimes;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A job in words. */
@Component
class RowSheetView {

    private final FigureWords words;
    private final ReportFrame frame;
    private final PageTimes times;

    RowSheetView(FigureWords words, ReportFrame frame, PageTimes times) {
        this.words = words;
        this.frame = frame;
        this.times = times;
    }

    record AskingRow(long id, String at, String via, String reached, String rating, String kept, @Nullable String suggestion, @Nullable String caseNumber) {
    }

    void fill(Sheet sheet, Model model, Locale locale) {
        Job job = sheet.job();
        model.addAttribute("heading", words.text("report.row.job", locale, job.number()));
        model.addAttribute("facts", facts(job, locale));
        model.addAttribute("caseNumber", job.caseNumber());
        model.addAttribute("askings", sheet.askings().stream().map(asking -> new AskingRow(asking.id(), times.text(asking.askedAt(), locale),
                words.said("figure.via." + asking.via(), asking.via(), locale), yes(asking.reached(), locale), rating(asking, locale), yes(asking.appointmentKept(), locale),
                asking.suggestion(), asking.caseNumber())).toList());
    }

    private Map<String, String> facts(Job job, Locale locale) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(words.dimension(Dimension.BUSINESS, locale), frame.name(Dimension.BUSINESS, job.business(), locale));
        facts.put(words.text("report.row.done", locale), times.text(job.doneAt(), locale));
        put(facts, Dimension.TEAM, job.team(), locale);
        put(facts, Dimension.EMPLOYEE, job.employee(), locale);
        facts.put(words.text("report.row.customer", locale), job.customer());
        put(facts, Dimension.REGION, job.region(), locale);
        facts.put(words.dimension(Dimension.SEGMENT, locale), words.said("enum.Segment." + job.segment(), job.segment(), locale));
        facts.put(words.text("report.row.sampled", locale), words.text(job.sampled() ? "report.row.drawn" : "report.row.notDrawn", locale, job.rate()));
        String state = job.state();
        if (state != null) {
            facts.put(words.text("report.row.call", locale), words.text("report.row.attempts", locale, words.said("report.call." + state, state, locale), job.attempts()));
        }
        return facts;
    }

    private void put(Map<String, String> facts, Dimension dimension, @Nullable String code, Locale locale) {
        if (code != null) {
            facts.put(words.dimension(dimension, locale), frame.name(dimension, code, locale));
        }
    }

    private String rating(Asking asking, Locale locale) {
        if (asking.grade() != null) {
            return asking.grade().in(locale);
        }
        String rating = asking.rating();
        return rating != null ? rating : asking.reached() ? words.text("report.row.unrated", locale) : "";
    }

    private String yes(@Nullable Boolean said, Locale locale) {
        return said == null ? "" : words.text(said ? "report.yes" : "report.no", locale);
    }
}
