package org.redress.process.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;

import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.jspecify.annotations.Nullable;

/** One walk over the syntax tree of a FEEL text. */
final class FeelWalk {

    private static final int DEEPEST = 100;
    private static final long MOST_ROUNDS = 10_000;
    /** Taken for the length of a list that comes from a case: a guess, so that loops over such lists do not stand in each other without end. */
    private static final int SOME_LIST = 20;
    private static final int MOST_POWER = 20;

    private final BiConsumer<String, String> wrong;
    private final Deque<Set<String>> contexts = new ArrayDeque<>();
    private long rounds = 1;
    private int powers;
    private int replacements;
    private boolean tooDeep;

    FeelWalk(BiConsumer<String, String> wrong) {
        this.wrong = wrong;
    }

    void check(Exp expression) {
        walk(expression, 0);
        if (tooDeep) {
            wrong.accept("feelDeep", "");
        }
        if (rounds > MOST_ROUNDS) {
            wrong.accept("feelRounds", String.valueOf(MOST_ROUNDS));
        }
    }

    private void walk(@Nullable Object node, int depth) {
        if (depth > DEEPEST) {
            tooDeep = true;
        } else if (node instanceof Iterable<?> several) {
            for (var each = several.iterator(); each.hasNext();) {
                walk(each.next(), depth + 1);
            }
        } else if (node instanceof ConstContext context) {
            context(context, depth);
        } else if (node instanceof Product known) {
            judge(known);
            for (var part = known.productIterator(); part.hasNext();) {
                walk(part.next(), depth + 1);
            }
        }
    }

    private void judge(Product node) {
        if (node instanceof FunctionDefinition || node instanceof JavaFunctionInvocation || node instanceof QualifiedFunctionInvocation) {
            wrong.accept("feelOwnFunction", "");
        } else if (node instanceof FunctionInvocation call) {
            call(call);
        } else if (node instanceof For loop) {
            loops(loop.iterators());
        } else if (node instanceof SomeItem some) {
            loops(some.iterators());
        } else if (node instanceof EveryItem every) {
            loops(every.iterators());
        } else if (node instanceof Filter filter) {
            rounds *= filter.filter() instanceof ConstNumber ? 1 : length(filter.list());
        } else if (node instanceof Exponentiation power) {
            power(power);
        } else if (node instanceof Ref ref) {
            name(ref);
        }
        rounds = Math.min(rounds, MOST_ROUNDS + 1);
    }

    private void call(FunctionInvocation call) {
        if (!FeelFunctions.known(call.function())) {
            wrong.accept("feelFunction", call.function());
            return;
        }
        var args = FeelFunctions.arguments(call);
        if (FeelFunctions.takesPattern(call.function())
                && !(args.size() > 1 && args.get(1) instanceof ConstString pattern && SafePattern.allows(pattern.value()))) {
            wrong.accept("feelPattern", call.function());
        }
        if (call.function().equals("replace") && ++replacements > 1) {
            wrong.accept("feelReplace", "");
        }
        if (FeelFunctions.takesScale(call.function()) && !(args.size() < 2 || isSmall(args.get(1)))) {
            wrong.accept("feelScale", call.function());
        }
        if (call.function().equals("number") && !args.stream().allMatch(FeelFunctions::isPlainNumber)) {
            wrong.accept("feelNumber", "");
        }
    }

    private void power(Exponentiation power) {
        if (++powers > 1 || !isSmall(power.y())) {
            wrong.accept("feelPower", String.valueOf(MOST_POWER));
        }
    }

    private static boolean isSmall(Object value) {
        return value instanceof ConstNumber number && number.value().toDouble() <= MOST_POWER
                || value instanceof ArithmeticNegation negative && isSmall(negative.x());
    }

    private void loops(camundajar.impl.scala.collection.immutable.List<Tuple2<String, Exp>> iterators) {
        for (var each = iterators.iterator(); each.hasNext();) {
            rounds = Math.min(rounds * length(each.next()._2()), MOST_ROUNDS + 1);
        }
    }

    private long length(Exp list) {
        if (list instanceof IterationContext range) {
            double from = number(range.start());
            double to = number(range.end());
            return Double.isNaN(from - to) ? MOST_ROUNDS + 1 : (long) Math.min(Math.abs(to - from) + 1, MOST_ROUNDS + 1);
        }
        return list instanceof ConstList written ? Math.max(1, written.items().length()) : SOME_LIST;
    }

    /** @return not a number for anything but one that is written out */
    private static double number(Exp value) {
        if (value instanceof ArithmeticNegation negative) {
            return -number(negative.x());
        }
        return value instanceof ConstNumber number ? number.value().toDouble() : Double.NaN;
    }

    /** An entry that is made of the entries before it doubles with each line; so does what a loop makes of its own results. */
    private void name(Ref ref) {
        String first = ref.names().head();
        if (first.equals("partial") || contexts.stream().anyMatch(keys -> keys.contains(first))) {
            wrong.accept("feelOwnEntry", first);
        }
    }

    private void context(ConstContext context, int depth) {
        Set<String> keys = new HashSet<>();
        for (var each = context.entries().iterator(); each.hasNext();) {
            keys.add(each.next()._1());
        }
        contexts.push(keys);
        for (var each = context.entries().iterator(); each.hasNext();) {
            walk(each.next()._2(), depth + 1);
        }
        contexts.pop();
    }
}
