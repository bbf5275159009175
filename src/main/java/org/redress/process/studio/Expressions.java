package org.redress.process.studio;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** What an expression of a process talks about. */
final class Expressions {

    private static final Pattern ONE_NAME = Pattern.compile("[$#]\\{\\s*([A-Za-z_]\\w*)\\s*}");
    private static final Builder SYNTAX = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private Expressions() {
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** Every name in it; none for what cannot be read, which the gate tells. */
    static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        if (isExpression(text)) {
            try {
                for (IdentifierNode node : SYNTAX.build(text).getIdentifierNodes()) {
                    names.add(node.getName());
                }
            } catch (TreeBuilderException e) {
                return Set.of(); // the gate has told
            }
        }
        return names;
    }

    /** The name in {@code ${name}}, if it is nothing but that. */
    static Optional<String> name(String text) {
        Matcher matcher = ONE_NAME.matcher(text.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
