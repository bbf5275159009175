package org.redress.briefing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.redress.briefing.BriefingContent.Section;
import org.redress.figure.FigureUpkeep;
import org.redress.figure.GradeTables;
import org.springframework.stereotype.Component;

/** Writes the content of a briefing from the numbers as they stand. */
@Component
class BriefingDrafter {

    private final List<SectionWriter> writers;
    private final FigureUpkeep upkeep;
    private final GradeTables tables;
    private final Sentences words;
    private final Clock clock;

    BriefingDrafter(List<SectionWriter> writers, FigureUpkeep upkeep, GradeTables tables, Sentences words, Clock clock) {
        this.writers = List.copyOf(writers);
        this.upkeep = upkeep;
        this.tables = tables;
        this.words = words;
        this.clock = clock;
    }

    BriefingContent draft(Scope scope) {
        upkeep.catchUp(); // a page may show a figure that is minutes old; what is frozen may not
        boolean nobody = tables.table(scope.period().kind(), scope.from(), scope.business()).total().called() == 0;
        List<Section> sections = writers.stream().map(writer -> writer.write(scope)).toList();
        return new BriefingContent(BriefingContent.FORM, scope.period().kind(), scope.from(), scope.to(), scope.period().code(),
                scope.business() == null ? null : words.business(scope.business().name()), clock.instant().truncatedTo(ChronoUnit.MILLIS), nobody, sections);
    }
}
