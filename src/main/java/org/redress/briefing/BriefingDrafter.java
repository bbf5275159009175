package org.redress.briefing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.redress.briefing.BriefingContent.Section;
import org.redress.figure.GradeTables;
import org.springframework.stereotype.Component;

/** Writes the content of a briefing from the numbers as they stand. */
@Component
class BriefingDrafter {

    private final List<SectionWriter> writers;
    private final GradeTables tables;
    private final Sentences words;
    private final Clock clock;

    BriefingDrafter(List<SectionWriter> writers, GradeTables tables, Sentences words, Clock clock) {
        this.writers = List.copyOf(writers);
        this.tables = tables;
        this.words = words;
        this.clock = clock;
    }

    BriefingContent draft(Scope scope) {
        boolean nobody = tables.table(scope.period().kind(), scope.from(), scope.business()).total().called() == 0;
        List<Section> sections = writers.stream().map(writer -> writer.write(scope)).toList();
        return new BriefingContent(BriefingContent.FORM, scope.period().kind(), scope.from(), scope.to(), scope.period().code(),
                scope.business() == null ? null : words.business(scope.business().name()), clock.instant().truncatedTo(ChronoUnit.MILLIS), nobody, sections);
    }
}
