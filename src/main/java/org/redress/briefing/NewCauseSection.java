package org.redress.briefing;

import static org.redress.briefing.Sentences.count;
import static org.redress.briefing.Sentences.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.BriefingContent.Row;
import org.redress.briefing.BriefingContent.Section;
import org.redress.briefing.BriefingContent.Table;
import org.redress.briefing.ComplaintNumbers.Group;
import org.redress.shared.Bilingual;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** New causes: categories and root causes of this period that none of the periods before it had. */
@Component
@Order(6)
class NewCauseSection implements SectionWriter {

    private static final int PERIODS_BEFORE = 6;
    private static final int MOST = 20;

    private final ComplaintNumbers numbers;
    private final Sentences words;

    NewCauseSection(ComplaintNumbers numbers, Sentences words) {
        this.numbers = numbers;
        this.words = words;
    }

    @Override
    public Section write(Scope scope) {
        List<Row> rows = new ArrayList<>();
        Set<String> known = IntStream.rangeClosed(1, PERIODS_BEFORE).mapToObj(back -> scope.period().step(-back))
                .flatMap(period -> numbers.byCategory(new Scope(period, scope.business())).stream()).map(group -> String.valueOf(group.code()))
                .collect(Collectors.toSet());
        numbers.byCategory(scope).stream().filter(group -> group.name() != null && !known.contains(String.valueOf(group.code())))
                .forEach(group -> rows.add(row("category", group, BriefingRows.complaints(BriefingRows.Of.CATEGORY, group.code(), scope.period(), scope))));
        LocalDate before = scope.period().step(-PERIODS_BEFORE).from();
        Set<String> causes = numbers.rootCauses(before, scope.from(), scope.business()).stream().map(NewCauseSection::same).collect(Collectors.toSet());
        numbers.rootCauses(scope.from(), scope.to(), scope.business()).stream().filter(group -> !causes.contains(same(group)))
                .forEach(group -> rows.add(row("rootCause", group, null)));
        Bilingual finding = rows.isEmpty() ? words.say("briefing.finding.noNewCauses", PERIODS_BEFORE)
                : words.say("briefing.finding.newCauses", rows.size(), PERIODS_BEFORE);
        List<Table> tables = rows.isEmpty() ? List.of() : List.of(new Table("newCauses", words.say("briefing.caption.newCauses"),
                List.of(words.column("newCause", Unit.TEXT), words.column("causeKind", Unit.TEXT), words.column("complaints", Unit.COUNT)),
                rows.subList(0, Math.min(MOST, rows.size())), null));
        return new Section("causes", words.say("briefing.section.causes"), List.of(finding), tables, "");
    }

    private Row row(String kind, Group group, @Nullable String rows) {
        return new Row(List.of(text(group.name() == null ? words.say("briefing.uncategorised") : group.name()), text(words.say("briefing.cause." + kind)),
                count(group.count(), rows)), false);
    }

    private static String same(Group group) {
        return String.valueOf(group.code()).toLowerCase(Locale.ROOT);
    }
}
