package org.redress.survey;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.redress.shared.Business;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.shared.importer.ImportField;
import org.redress.shared.importer.ImportRow;
import org.redress.shared.importer.ImportSource;
import org.redress.shared.importer.ImportTarget;
import org.springframework.stereotype.Component;

/** Rows of a file as answers that another system collected; the row's key is the external id. */
@Component
class EvaluationImportTarget implements ImportTarget {

    private final OutsideAnswers answers;

    EvaluationImportTarget(OutsideAnswers answers) {
        this.answers = answers;
    }

    @Override
    public String name() {
        return "evaluations";
    }

    @Override
    public List<ImportField> fields() {
        return List.of(ImportField.choice("business", Business.class).needed(), ImportField.text("team").needed(), ImportField.text("employee"),
                ImportField.moment("doneAt").needed(), ImportField.moment("calledAt").needed(), ImportField.flag("reached").needed(),
                ImportField.text("scale").needed(), ImportField.text("rating"), ImportField.text("suggestion"), ImportField.text("serviceJob"));
    }

    @Override
    public List<FieldProblem> check(ImportRow row, ImportSource source) {
        return answers.check(answer(row));
    }

    @Override
    public Set<Integer> known(List<ImportRow> rows, ImportSource source) {
        Set<String> known = answers.known(rows.stream().map(ImportRow::key).toList());
        return rows.stream().filter(row -> known.contains(row.key())).map(ImportRow::line).collect(Collectors.toSet());
    }

    @Override
    public int put(List<ImportRow> rows, ImportSource source) {
        OutsideAnswers.Intake intake = answers.intake(rows.stream().map(EvaluationImportTarget::answer).toList());
        if (!intake.rejected().isEmpty()) {
            throw Problem.invalid(intake.rejected().stream().map(OutsideAnswers.Rejected::problem).toList());
        }
        return intake.accepted();
    }

    private static OutsideAnswer answer(ImportRow row) {
        return new OutsideAnswer(row.key(), row.choice("business", Business.class), row.text("team"), row.text("employee"), row.moment("doneAt"),
                row.moment("calledAt"), row.flag("reached"), row.text("scale"), row.text("rating"), row.text("suggestion"), row.text("serviceJob"));
    }
}
