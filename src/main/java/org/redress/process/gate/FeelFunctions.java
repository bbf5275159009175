package org.redress.process.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;

/** The functions of FEEL that models may use: those of the standard that give the same answer twice and cannot grow without end. */
final class FeelFunctions {

    private static final Set<String> PATTERNS = Set.of("matches", "replace", "split", "extract");
    private static final Set<String> SCALES = Set.of("decimal", "round up", "round down", "round half up", "round half down");
    private static final Set<String> KNOWN = Set.of(
            "not", "is defined", "get or else", "string", "number", "boolean", "date", "time", "date and time", "duration", "years and months duration",
            "substring", "string length", "upper case", "lower case", "substring before", "substring after", "contains", "starts with", "ends with",
            "is blank", "trim", "matches", "replace", "split", "extract", "string join",
            "list contains", "count", "min", "max", "sum", "mean", "median", "all", "any", "and", "or", "sublist", "append", "concatenate",
            "insert before", "remove", "reverse", "index of", "union", "distinct values", "duplicate values", "flatten", "is empty",
            "decimal", "floor", "ceiling", "abs", "modulo", "sqrt", "odd", "even", "round up", "round down", "round half up", "round half down",
            "now", "today", "day of year", "day of week", "month of year", "week of year", "last day of month",
            "get value", "get entries", "context", "context put", "context merge",
            "before", "after", "meets", "met by", "overlaps", "overlaps before", "overlaps after", "finishes", "finished by", "includes", "during",
            "starts", "started by", "coincides");

    private FeelFunctions() {
    }

    static boolean known(String name) {
        return KNOWN.contains(name);
    }

    static boolean takesPattern(String name) {
        return PATTERNS.contains(name);
    }

    /** A number with a billion places is as large as the memory. */
    static boolean takesScale(String name) {
        return SCALES.contains(name);
    }

    /** Named arguments are taken in any order, so a bound that asks for a place finds none and refuses. */
    static List<Object> arguments(FunctionInvocation call) {
        List<Object> arguments = new ArrayList<>();
        if (call.params() instanceof PositionalFunctionParameters positional) {
            for (var each = positional.params().iterator(); each.hasNext();) {
                arguments.add(each.next());
            }
        } else if (call.params() instanceof NamedFunctionParameters named) {
            for (var each = named.params().valuesIterator(); each.hasNext();) {
                arguments.add(List.of(each.next()));
            }
        }
        return arguments;
    }

    /** A text with an exponent becomes a number with a billion digits. */
    static boolean isPlainNumber(Object argument) {
        return argument instanceof ConstString text ? !text.value().toLowerCase(Locale.ROOT).contains("e")
                : argument instanceof Ref || argument instanceof PathExpression || argument instanceof ConstNumber || argument instanceof ConstInputValue$;
    }
}
