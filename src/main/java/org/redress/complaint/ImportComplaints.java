package org.redress.complaint;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Phone;
import org.redress.customer.Segment;
import org.redress.organisation.Organisation;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.shared.importer.ImportField;
import org.redress.shared.importer.ImportRow;
import org.redress.shared.importer.ImportSource;
import org.redress.shared.importer.ImportTarget;
import org.springframework.stereotype.Component;

/** Rows of a file as complaints; where several rows tell one story, each is also a note in the case's timeline. */
@Component
class ImportComplaints implements ImportTarget {

    private static final int LONGEST_KEY = 100;

    private final ComplaintIntake intake;
    private final ImportFacts facts;
    private final ImportNotes notes;
    private final Organisation organisation;
    private final Categories categories;
    private final CurrentActor actor;
    private final Clock clock;

    ImportComplaints(ComplaintIntake intake, ImportFacts facts, ImportNotes notes, Organisation organisation, Categories categories,
            CurrentActor actor, Clock clock) {
        this.intake = intake;
        this.facts = facts;
        this.notes = notes;
        this.organisation = organisation;
        this.categories = categories;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "complaints";
    }

    @Override
    public List<ImportField> fields() {
        return List.of(ImportField.choice("channel", Channel.class).needed(), ImportField.text("summary").needed(),
                ImportField.moment("receivedAt"), ImportField.text("words"), ImportField.text("remedySought"),
                ImportField.text("customerAccount"), ImportField.text("customerName"), ImportField.text("customerPhone"),
                ImportField.choice("segment", Segment.class), ImportField.text("address"), ImportField.text("area"),
                ImportField.flag("anonymous"), ImportField.flag("confidential"), ImportField.text("contactWay"), ImportField.flag("safety"),
                ImportField.flag("media"), ImportField.number("groupSize"), ImportField.text("outsideNumber"),
                ImportField.moment("outsideDueAt"), ImportField.text("category"), ImportField.choice("categoryClass", CategoryClass.class),
                ImportField.text("team"), ImportField.text("department"), ImportField.choice("business", Business.class),
                ImportField.text("serviceJob"), ImportField.text("note"), ImportField.text("noteKey"), ImportField.moment("noteAt"));
    }

    @Override
    public List<FieldProblem> check(ImportRow row, ImportSource source) {
        List<FieldProblem> problems = new ArrayList<>();
        longest(problems, "key", row.key(), LONGEST_KEY);
        longest(problems, "summary", row.text("summary"), 300);
        longest(problems, "words", row.text("words"), 20_000);
        longest(problems, "remedySought", row.text("remedySought"), 2000);
        String phone = row.text("customerPhone");
        if (phone != null && !Phone.isPlausible(phone)) {
            problems.add(FieldProblem.of("customerPhone", "imports.row.phone", phone));
        }
        future(problems, row, "receivedAt");
        String team = row.text("team");
        if (team != null && !source.ensureTeams() && organisation.team(team).isEmpty()) {
            problems.add(FieldProblem.of("team", "imports.row.team", team));
        }
        String category = row.text("category");
        if (category != null && !source.ensureCategories() && categories.find(category).filter(Category::leaf).isEmpty()) {
            problems.add(FieldProblem.of("category", "imports.row.category", category));
        }
        return problems;
    }

    @Override
    public Set<Integer> known(List<ImportRow> rows, ImportSource source) {
        Map<String, Long> cases = notes.cases(source.name(), keys(rows));
        Set<String> noted = source.notes() ? notes.noted(cases.values()) : Set.of();
        return rows.stream().filter(row -> cases.containsKey(row.key()) && (!source.notes() || noted.contains(noteKey(row))))
                .map(ImportRow::line).collect(Collectors.toSet());
    }

    @Override
    public int put(List<ImportRow> rows, ImportSource source) {
        Map<String, Long> cases = new HashMap<>(notes.cases(source.name(), keys(rows)));
        int changed = 0;
        for (ImportRow row : rows) {
            Long known = cases.get(row.key());
            boolean captured = known == null;
            if (captured) {
                known = capture(row, source).id();
                cases.put(row.key(), known);
            }
            boolean noted = source.notes() && note(known, row);
            changed += captured || noted ? 1 : 0;
        }
        return changed;
    }

    private ComplaintIntake.Captured capture(ImportRow row, ImportSource source) {
        try {
            return intake.capture(facts.of(row, source));
        } catch (Problem e) {
            throw e.fields().isEmpty() ? e : Problem.invalid(ImportFacts.named(e.fields()));
        }
    }

    private boolean note(long caseId, ImportRow row) {
        String text = row.text("note");
        return text != null && notes.add(caseId, noteKey(row), text, actor.get().username(),
                row.moment("noteAt") == null ? clock.instant() : row.moment("noteAt"));
    }

    private static String noteKey(ImportRow row) {
        return row.key() + "#" + row.text("noteKey");
    }

    private static List<String> keys(List<ImportRow> rows) {
        return rows.stream().map(ImportRow::key).distinct().toList();
    }

    private void future(List<FieldProblem> problems, ImportRow row, String field) {
        if (row.moment(field) != null && row.moment(field).isAfter(clock.instant())) {
            problems.add(FieldProblem.of(field, "imports.row.future", row.moment(field).toString()));
        }
    }

    private static void longest(List<FieldProblem> problems, String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            problems.add(FieldProblem.of(field, "imports.row.tooLong", String.valueOf(most)));
        }
    }
}
