package org.redress.insight.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.redress.complaint.CaseRemarks;
import org.redress.insight.GamingMark;
import org.redress.insight.GamingMark.Proof;
import org.redress.insight.GamingMarks;
import org.springframework.stereotype.Component;

/** Gaming marks of one case in words, with the lines of ledger and timeline that show them. */
@Component
class GamingRemarks implements CaseRemarks {

    private final GamingMarks marks;
    private final BoardTexts texts;

    GamingRemarks(GamingMarks marks, BoardTexts texts) {
        this.marks = marks;
        this.texts = texts;
    }

    @Override
    public List<Remark> of(long caseId, Locale locale) {
        return marks.of(caseId).stream().map(mark -> new Remark(texts.text("enum.GamingKind." + mark.kind(), locale), about(mark, locale),
                mark.proof().stream().map(line -> line(line, locale)).toList())).toList();
    }

    private String about(GamingMark mark, Locale locale) {
        String team = mark.team() == null ? "" : texts.team(mark.team(), locale);
        String who = mark.actor() == null ? team : texts.person(mark.actor(), locale);
        return texts.text("insight.mark." + mark.kind(), locale, texts.moment(mark.at(), locale), who);
    }

    private String line(Proof line, Locale locale) {
        LocalDate day = line.day();
        Instant at = line.at();
        if (day != null) {
            return texts.text("insight.mark.day", locale, texts.day(day, locale), line.closed(), line.usual());
        }
        String when = at == null ? "" : texts.moment(at, locale);
        Instant before = line.dueBefore();
        Instant after = line.dueAfter();
        if (line.clock() != null && before != null && after != null) {
            return texts.text("insight.mark.line", locale, when, texts.text("enum.ClockKind." + line.clock(), locale),
                    texts.text("deadline.event." + line.what(), locale), line.share(), texts.moment(before, locale), texts.moment(after, locale));
        }
        return texts.text("insight.mark.event", locale, when, texts.text("insight.event." + line.what(), locale),
                line.who() == null ? "" : texts.person(line.who(), locale));
    }
}
