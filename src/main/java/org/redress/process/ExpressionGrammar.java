package org.redress.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.FunctionNode;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * What an expression may say: variables, comparisons and arithmetic, members of lists and maps, {@code now()}, and calls of listed
 * functions by their full name. Judged from its syntax tree, so that spelling does not matter.
 */
final class ExpressionGrammar {

    private static final Pattern ONE_NAME = Pattern.compile("[$#]\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}");
    private static final Builder SYNTAX = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private final ModelVocabulary vocabulary;

    ExpressionGrammar(ModelVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @return what is wrong with it; empty also for a text without any expression */
    List<String> check(String text) {
        var found = new ArrayList<String>();
        if (text.contains("${") || text.contains("#{")) {
            try {
                walk(SYNTAX.build(text).getRoot(), found);
            } catch (TreeBuilderException e) {
                found.add("not readable as an expression: " + text);
            }
        }
        return found;
    }

    /** @return the name in {@code ${name}} */
    Optional<String> stepName(String expression) {
        return Optional.of(ONE_NAME.matcher(expression.strip())).filter(Matcher::matches).map(matcher -> matcher.group(1));
    }

    boolean isStep(String name) {
        return vocabulary.isStep(name);
    }

    private void walk(Node node, List<String> found) {
        if (node instanceof AstMethod call) {
            checkCall(call, found);
        } else if (node instanceof FunctionNode function && !function.getName().equals("now")) {
            found.add("the function " + function.getName() + "() is not known to models");
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            var child = node.getChild(i);
            if (child != null) {
                walk(child, found);
            }
        }
    }

    private void checkCall(AstMethod call, List<String> found) {
        if (!(call.getChild(0) instanceof AstDot dot) || !(dot.getChild(0) instanceof IdentifierNode owner)) {
            found.add("only listed functions may be called, by their name");
        } else if (!vocabulary.isFunctions(owner.getName())) {
            found.add("models cannot call anything of " + owner.getName());
        } else {
            var method = dot.toString().substring(1).strip();
            if (!vocabulary.declares(owner.getName(), method)) {
                found.add(owner.getName() + " has no function " + method);
            }
        }
    }
}
