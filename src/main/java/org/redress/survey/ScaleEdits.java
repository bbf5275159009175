package org.redress.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.redress.shared.AuditTrail;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.survey.Scale.Grade;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What designers do with scales. What a used scale means does not change any more; how its grades are called may. */
@Service
@Transactional
public class ScaleEdits {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,15}");
    private static final Pattern GRADE = Pattern.compile("[A-Z0-9][A-Z0-9_]{0,15}");
    private static final int FEWEST = 2;
    private static final int MOST = 11;
    private static final int LONGEST = 100;

    private final ScaleTable table;
    private final AuditTrail audit;

    ScaleEdits(ScaleTable table, AuditTrail audit) {
        this.table = table;
        this.audit = audit;
    }

    /** Whether somebody was asked by it, or may be: then only its texts change. */
    @Transactional(readOnly = true)
    public boolean isUsed(String code) {
        return table.isUsed(code);
    }

    /** Counts up with each change. @throws Problem 404 */
    @Transactional(readOnly = true)
    public int revision(String code) {
        return table.find(code).map(scale -> table.revision(scale.code())).orElseThrow(() -> Problem.notFound("survey.problem.noScale", code));
    }

    /** @throws Problem 422 naming every field, 422 for a code that is taken */
    public void add(Scale scale) {
        List<FieldProblem> problems = problems(scale);
        if (!CODE.matcher(scale.code()).matches()) {
            problems.add(0, FieldProblem.of("code", "survey.problem.scaleCode"));
        }
        QuestionnaireEdits.refuse(problems);
        if (!table.add(scale)) {
            throw Problem.invalid("code", "survey.problem.codeTaken", scale.code());
        }
        audit.record("ADD_SCALE", "SCALE", scale.code(), told(scale));
    }

    /**
     * @param scale with its grades in their order; of a used one only names may differ
     * @throws Problem 409 when something else of a used scale differs, or somebody changed it meanwhile
     */
    public void change(Scale scale, int seen) {
        QuestionnaireEdits.refuse(problems(scale));
        Scale before = table.lock(scale.code()).orElseThrow(() -> Problem.notFound("survey.problem.noScale", scale.code()));
        if (!sameMeaning(before, scale) && table.isUsed(scale.code())) {
            throw Problem.conflict("survey.problem.scaleUsed", scale.code());
        }
        if (!table.change(scale, seen)) {
            throw Problem.conflict("survey.problem.scaleStale", scale.code());
        }
        audit.record("CHANGE_SCALE", "SCALE", scale.code(), told(scale));
    }

    /** Not offered any more; old answers keep it. @throws Problem 409 while a questionnaire in use is rated by it */
    public void retire(String code) {
        if (table.lock(code).isEmpty()) {
            throw Problem.notFound("survey.problem.noScale", code);
        }
        List<String> asking = table.questionnairesAsking(code);
        if (!asking.isEmpty()) {
            throw Problem.conflict("survey.problem.scaleAsked", code, String.join(", ", asking));
        }
        table.activate(code, false);
        audit.record("RETIRE_SCALE", "SCALE", code, Map.of());
    }

    /** Offered again. */
    public void reinstate(String code) {
        if (table.lock(code).isEmpty()) {
            throw Problem.notFound("survey.problem.noScale", code);
        }
        table.activate(code, true);
        audit.record("REINSTATE_SCALE", "SCALE", code, Map.of());
    }

    private static boolean sameMeaning(Scale before, Scale after) {
        return meanings(before).equals(meanings(after));
    }

    private static List<List<Object>> meanings(Scale scale) {
        return scale.grades().stream().map(grade -> List.<Object>of(grade.code(), grade.position(), grade.meaning(), String.valueOf(grade.score()))).toList();
    }

    private static List<FieldProblem> problems(Scale scale) {
        List<FieldProblem> problems = new ArrayList<>();
        named(problems, "nameEn", scale.name().en());
        named(problems, "nameZh", scale.name().zh());
        if (scale.grades().size() < FEWEST || scale.grades().size() > MOST) {
            problems.add(FieldProblem.of("grades", "survey.problem.grades", FEWEST, MOST));
        }
        Set<String> codes = new HashSet<>();
        for (Grade grade : scale.grades()) {
            String field = "grades[" + (grade.position() - 1) + "].";
            if (!GRADE.matcher(grade.code()).matches()) {
                problems.add(FieldProblem.of(field + "code", "survey.problem.gradeCode"));
            } else if (!codes.add(grade.code())) {
                problems.add(FieldProblem.of(field + "code", "survey.problem.gradeTwice", grade.code()));
            }
            named(problems, field + "nameEn", grade.name().en());
            named(problems, field + "nameZh", grade.name().zh());
        }
        return problems;
    }

    private static void named(List<FieldProblem> problems, String field, String text) {
        if (text.isBlank()) {
            problems.add(FieldProblem.of(field, "survey.problem.required"));
        } else if (text.length() > LONGEST) {
            problems.add(FieldProblem.of(field, "survey.problem.long", LONGEST));
        }
    }

    private static Map<String, Object> told(Scale scale) {
        return Map.of("name", scale.name().en(), "grades", scale.grades().stream().map(grade -> grade.code() + " " + grade.meaning()).toList());
    }
}
