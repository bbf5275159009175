package org.redress.studio.web;

import java.util.List;
import java.util.Locale;

import org.redress.studio.Finding;
import org.redress.studio.FindingTexts;
import org.springframework.stereotype.Component;

/** Findings in the reader's words. */
@Component
class FindingLines {

    private final FindingTexts texts;

    FindingLines(FindingTexts texts) {
        this.texts = texts;
    }

    /** One finding, as a client or a page shows it. */
    record Line(String file, String element, Finding.Layer layer, Finding.Weight weight, String message) {
    }

    List<Line> of(List<Finding> findings, Locale locale) {
        return findings.stream().map(each -> new Line(each.file(), each.element(), each.layer(), each.weight(), texts.text(each, locale))).toList();
    }
}
