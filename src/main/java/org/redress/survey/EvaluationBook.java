package org.redress.survey;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;
import org.redress.survey.Evaluation.Answer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes evaluations with the meaning their grade has at that moment. */
@Service
@Transactional
class EvaluationBook implements Evaluations {

    private final EvaluationTable table;
    private final ScaleTable scales;

    EvaluationBook(EvaluationTable table, ScaleTable scales) {
        this.table = table;
        this.scales = scales;
    }

    @Override
    public boolean record(Evaluation evaluation) {
        return !recordAll(List.of(evaluation)).isEmpty();
    }

    @Override
    public Set<String> recordAll(Collection<Evaluation> evaluations) {
        boolean rated = evaluations.stream().anyMatch(each -> each.answer() != null);
        List<Scale> known = rated ? scales.all() : List.of();
        return table.insert(evaluations.stream()
                .map(each -> new EvaluationTable.Row(each, each.answer() == null ? null : meaning(known, each.answer()))).toList());
    }

    @Override
    public void answered(String sourceKey, Answer answer, String outcome) {
        if (!table.answer(sourceKey, answer, meaning(scales.all(), answer), outcome)) {
            throw Problem.notFound("survey.problem.unknownAsking");
        }
    }

    @Override
    public void caseOpened(String sourceKey, String caseNumber) {
        table.caseOpened(sourceKey, caseNumber);
    }

    private static @Nullable Meaning meaning(List<Scale> scales, Answer answer) {
        return answer.scale() == null ? null : ScaleBook.meaning(scales, answer.scale(), answer.rating());
    }
}
