package org.redress.process.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import camundajar.impl.scala.util.Either;

import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * What FEEL in tables and forms may say: compare and compute with what it is given, by listed functions, in bounded time. Judged from its syntax
 * tree, which is built beside the caller: a text can be made so that parsing it alone takes hours.
 */
public final class FeelGrammar {

    static final int LONGEST = 4_000;
    static final int DEEPEST = 8;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final FeelEngine READER = new FeelEngine(FeelEngine.defaultFunctionProvider(), FeelEngine.defaultValueMapper(),
            new FeelEngine.Configuration(false), FeelEngine.defaultClock());

    private FeelGrammar() {
    }

    /**
     * One text of a model.
     *
     * @param element id of the element it stands in
     * @param tests   whether it is a condition of a table (unary tests) and not an expression
     */
    record Text(String element, String text, boolean tests) {
    }

    /** Says what is wrong with each of the texts of one file. */
    static void check(List<Text> texts, Report report) {
        var found = TimeLimit.within(LIMIT, () -> problems(texts));
        found.ifPresentOrElse(problems -> problems.forEach(problem -> report.element(problem.element(), problem.what(), problem.word())),
                () -> report.file("feelTime"));
    }

    private static List<Said> problems(List<Text> texts) {
        List<Said> problems = new ArrayList<>();
        for (Text text : texts) {
            check(text, (what, word) -> problems.add(new Said(text.element(), what, word)));
        }
        return problems;
    }

    private static void check(Text text, BiConsumer<String, String> wrong) {
        var shown = ExpressionGrammar.shown(text.text());
        if (text.text().length() > LONGEST) {
            wrong.accept("feelLong", shown);
        } else if (Brackets.deepest(text.text()) > DEEPEST) {
            wrong.accept("feelDeep", shown);
        } else {
            Either<FeelEngine.Failure, ParsedExpression> parsed = text.tests() ? READER.parseUnaryTests(text.text()) : READER.parseExpression(text.text());
            if (parsed.isLeft()) {
                wrong.accept("feel", shown);
            } else {
                new FeelWalk(wrong).check(parsed.toOption().get().expression());
            }
        }
    }

    private record Said(String element, String what, String word) {
    }
}
