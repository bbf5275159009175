package org.redress.survey.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.survey.OutsideAnswer;
import org.redress.survey.OutsideAnswers;
import org.redress.survey.web.EvaluationRequest.Item;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/evaluations}: answers collected elsewhere. */
@RestController
@RequestMapping("/api/v1/evaluations")
@Tag(name = "Evaluations")
class EvaluationApi {

    private static final int MOST = 10_000;

    private final OutsideAnswers answers;
    private final MessageSource messages;

    EvaluationApi(OutsideAnswers answers, MessageSource messages) {
        this.answers = answers;
        this.messages = messages;
    }

    @Operation(summary = "Hand in answers collected elsewhere; good ones go in although others are wrong")
    @PostMapping
    Taken take(@RequestBody EvaluationRequest request, Locale locale) {
        List<@Nullable Item> items = request.items();
        if (items == null) {
            throw Problem.invalid("items", "survey.problem.required");
        }
        if (items.size() > MOST) {
            throw Problem.tooLarge("survey.outside.tooMany", MOST);
        }
        List<Rejected> rejected = new ArrayList<>();
        List<OutsideAnswer> readable = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            List<FieldProblem> problems = new ArrayList<>();
            OutsideAnswer answer = EvaluationRequest.read(items.get(index), problems);
            if (problems.isEmpty()) {
                readable.add(answer);
                places.add(index);
            }
            for (FieldProblem problem : everyProblem(problems, answer)) {
                rejected.add(rejected(index, problem, locale));
            }
        }
        OutsideAnswers.Intake intake = answers.intake(readable);
        intake.rejected().forEach(wrong -> rejected.add(rejected(places.get(wrong.index()), wrong.problem(), locale)));
        rejected.sort(Comparator.comparingInt(Rejected::index));
        return new Taken(intake.accepted(), intake.duplicates(), rejected);
    }

    /** What cannot be read, and what the readable rest lacks; nothing for an item that can be read. */
    private List<FieldProblem> everyProblem(List<FieldProblem> unreadable, OutsideAnswer answer) {
        if (unreadable.isEmpty()) {
            return List.of();
        }
        Set<String> named = unreadable.stream().map(FieldProblem::field).collect(Collectors.toSet());
        return Stream.concat(unreadable.stream(), answers.check(answer).stream().filter(problem -> !named.contains(problem.field()))).toList();
    }

    private Rejected rejected(int index, FieldProblem problem, Locale locale) {
        return new Rejected(index, problem.field(), messages.getMessage(problem.key(), problem.args().toArray(), locale));
    }

    record Taken(int accepted, int duplicates, List<Rejected> rejected) {
    }

    /** @param index place of the item in the request, from 0 */
    record Rejected(int index, String field, String message) {
    }
}
