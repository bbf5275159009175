package org.redress.process.gate;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * What an expression may say: variables, comparisons and arithmetic, members of lists and maps, {@code now()}, and calls of listed
 * functions by their full name. Judged from its syntax tree, so that spelling does not matter.
 */
public final class ExpressionGrammar {

    static final int LONGEST = 1_000;
    static final int DEEPEST = 15;
    private static final Pattern ONE_NAME = Pattern.compile("[$#]\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}");
    private static final Builder SYNTAX = new Builder(Builder.Feature.METHOD_INVOCATIONS);
    /** Objects of the engine, to be handed to listed functions and not looked into, but for the number of the case. */
    private static final Set<String> HANDED_ON = Set.of("execution", "task");
    private static final String CASE_NUMBER = "processBusinessKey";
    private static final Set<Class<?>> PLAIN = Set.of(AstBinary.class, AstUnary.class, AstChoice.class, AstNested.class, AstEval.class,
            AstComposite.class, AstText.class, AstIdentifier.class, AstParameters.class);

    private final ModelWords words;

    public ExpressionGrammar(ModelWords words) {
        this.words = words;
    }

    static boolean holdsExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** @param wrong told the last part of the key of a sentence and its argument, for each thing that is wrong; never for a text without any expression */
    void check(String text, BiConsumer<String, String> wrong) {
        if (!holdsExpression(text)) {
            return;
        }
        if (text.length() > LONGEST) {
            wrong.accept("longExpression", shown(text));
            return;
        }
        try {
            if (Brackets.deepest(text) > DEEPEST) {
                wrong.accept("deepExpression", shown(text));
            } else {
                walk(SYNTAX.build(text).getRoot(), wrong);
            }
        } catch (TreeBuilderException e) {
            wrong.accept("expression", shown(text));
        }
    }

    static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    /** @return the name in {@code ${name}} */
    static Optional<String> stepName(String expression) {
        return Optional.of(ONE_NAME.matcher(expression.strip())).filter(Matcher::matches).map(matcher -> matcher.group(1));
    }

    private void walk(Node node, BiConsumer<String, String> wrong) {
        if (node instanceof AstMethod call) {
            call(call, wrong);
            return;
        }
        if (node instanceof AstFunction function) {
            if (!function.getName().equals("now")) {
                wrong.accept("function", function.getName());
            }
        } else if (node instanceof AstDot || node instanceof AstBracket) {
            member(node, wrong);
        } else if (!(node instanceof AstLiteral) && !PLAIN.contains(node.getClass())) {
            wrong.accept("expression", node.toString());
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            var child = node.getChild(i);
            if (child != null) {
                walk(child, wrong);
            }
        }
    }

    /** Of variables only; what is inside an object, a step or a text is nobody's business. */
    private void member(Node node, BiConsumer<String, String> wrong) {
        Node owner = node.getChild(0);
        if (owner instanceof IdentifierNode named) {
            var name = named.getName();
            if (words.isFunctions(name) || words.isStep(name)
                    || HANDED_ON.contains(name) && !(node instanceof AstDot dot && nameOf(dot).equals(CASE_NUMBER) && name.equals("execution"))) {
                wrong.accept("member", name);
            }
        } else if (!(owner instanceof AstDot) && !(owner instanceof AstBracket)) {
            wrong.accept("member", owner.toString());
        }
        if (node instanceof AstDot dot && nameOf(dot).equals("class")) {
            wrong.accept("member", "class");
        }
    }

    private static String nameOf(AstDot dot) {
        return dot.toString().substring(1).strip();
    }

    private void call(AstMethod call, BiConsumer<String, String> wrong) {
        if (!(call.getChild(0) instanceof AstDot dot) || !(dot.getChild(0) instanceof IdentifierNode owner)) {
            wrong.accept("call", call.getChild(0).toString());
        } else if (!words.isFunctions(owner.getName())) {
            wrong.accept("callOf", owner.getName());
        } else if (!words.declares(owner.getName(), nameOf(dot))) {
            wrong.accept("callUnknown", owner.getName() + "." + nameOf(dot));
        }
        for (int i = 1; i < call.getCardinality(); i++) {
            walk(call.getChild(i), wrong);
        }
    }
}
