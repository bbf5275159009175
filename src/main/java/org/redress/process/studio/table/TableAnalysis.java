package org.redress.process.studio.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks at a decision table as boxes of values. A cell that computes may hold for anything or for nothing: it is never said to cover, nor
 * to leave a gap, and the column is named. Nothing is guessed; how a plain cell decides is asked of the engine.
 */
public final class TableAnalysis {

    /** A table that needs more steps than that is too large to be told about while somebody types. */
    private static final long MOST_STEPS = 2_000_000;
    private static final long MOST_QUESTIONS = 40_000;

    private final Table table;
    private final UnaryTests engine;
    private final List<Axis> axes = new ArrayList<>();
    private final Set<Integer> unexamined = new LinkedHashSet<>();
    /** What a rule covers for certain, null where it computes; and what it may cover. */
    private final List<Optional<Box>> certain = new ArrayList<>();
    private final List<Box> possible = new ArrayList<>();
    private final Map<String, BitSet> answered = new HashMap<>();
    private long steps;
    private boolean tooLarge;

    /** @param nothing whether an input without any value counts also where no cell of its column speaks of it */
    public TableAnalysis(Table table, UnaryTests engine, boolean nothing) {
        this.table = table;
        this.engine = engine;
        for (int i = 0; i < table.inputs().size(); i++) {
            axes.add(axis(i, nothing));
        }
        long questions = 0;
        for (int i = 0; i < axes.size(); i++) {
            int column = i;
            questions += axes.get(i).pieces().size() * table.rules().stream().map(rule -> rule.when().get(column)).distinct().count();
        }
        tooLarge = questions > MOST_QUESTIONS;
        if (!tooLarge) {
            table.rules().forEach(this::read);
        }
    }

    /** The table was not, or not wholly, looked at: what is told of it is true, but may not be all. */
    public boolean isTooLarge() {
        return tooLarge;
    }

    /** Two rules that hold for the same values. @param example of them */
    public record Overlap(String first, String second, String example) {
    }

    /** Ids of the inputs with cells that compute, so that they were not taken into account. */
    public List<String> unexamined() {
        return unexamined.stream().map(i -> table.inputs().get(i).id()).toList();
    }

    /** Each pair of rules once; rules that decide the same are told as well. */
    public List<Overlap> overlaps() {
        List<Overlap> found = new ArrayList<>();
        for (int i = 0; i < certain.size(); i++) {
            for (int j = i + 1; j < certain.size(); j++) {
                Optional<Box> one = certain.get(i);
                Optional<Box> other = certain.get(j);
                if (one.isPresent() && other.isPresent() && one.get().meets(other.get())) {
                    found.add(new Overlap(table.rules().get(i).id(), table.rules().get(j).id(), tell(one.get().with(other.get()))));
                }
            }
        }
        return found;
    }

    /** Values for which no rule can hold, in words. */
    public List<String> gaps() {
        return tooLarge ? List.of() : left(new Box(axes.stream().map(Axis::all).toList()), possible).stream().map(this::tell).toList();
    }

    /** Ids of rules that can never be reached, because earlier ones hold whenever they would. */
    public List<String> covered() {
        List<String> found = new ArrayList<>();
        for (int i = 1; i < possible.size(); i++) {
            List<Box> earlier = certain.subList(0, i).stream().flatMap(Optional::stream).toList();
            if (isCovered(possible.get(i), earlier)) {
                found.add(table.rules().get(i).id());
            }
        }
        return found;
    }

    /** Whether some rule holds whatever comes. */
    public boolean hasCatchAll() {
        return table.rules().stream().anyMatch(rule -> rule.when().stream().allMatch(Condition::isAlways));
    }

    private Axis axis(int column, boolean nothing) {
        Table.Input input = table.inputs().get(column);
        Set<Value> named = new TreeSet<>();
        boolean speaksOfNothing = nothing;
        for (Table.Rule rule : table.rules()) {
            Optional<Condition> condition = condition(input, rule.when().get(column));
            if (condition.isEmpty()) {
                unexamined.add(column);
            } else {
                named.addAll(condition.get().values());
                speaksOfNothing |= condition.get().nothing();
            }
        }
        Set<Value> words = input.words().stream().map(Value::new).collect(Collectors.toSet());
        if (!words.isEmpty()) {
            words = new HashSet<>(words);
            words.addAll(named);
        }
        return Axis.of(input.name(), input.type() == null ? InputType.TEXT : input.type(), named, words, speaksOfNothing);
    }

    private static Optional<Condition> condition(Table.Input input, String text) {
        InputType type = input.type();
        if (type == null) {
            return Condition.isAlways(text) ? Optional.of(Condition.ALWAYS) : Optional.empty();
        }
        return Condition.of(text).filter(found -> found.values().stream().allMatch(type::takes))
                .filter(found -> !found.ordered() || type != InputType.TEXT && type != InputType.FLAG);
    }

    private void read(Table.Rule rule) {
        List<BitSet> may = new ArrayList<>();
        boolean plain = true;
        for (int i = 0; i < axes.size(); i++) {
            String text = rule.when().get(i);
            if (condition(table.inputs().get(i), text).isPresent()) {
                Axis axis = axes.get(i);
                may.add(answered.computeIfAbsent(i + " " + text, any -> pieces(axis, text)));
            } else {
                may.add(axes.get(i).all());
                plain = false;
            }
        }
        Box box = new Box(List.copyOf(may));
        possible.add(box);
        certain.add(plain ? Optional.of(box) : Optional.empty());
    }

    private BitSet pieces(Axis axis, String text) {
        if (Condition.isAlways(text)) {
            return axis.all();
        }
        BitSet fitting = new BitSet();
        for (int i = 0; i < axis.pieces().size(); i++) {
            Value sample = axis.pieces().get(i).sample();
            fitting.set(i, engine.fits(text, sample == null ? null : sample.is()));
        }
        return fitting;
    }

    private boolean isCovered(Box box, List<Box> by) {
        if (box.sides().stream().anyMatch(BitSet::isEmpty)) {
            return false; // never holds at all, which is not the earlier rules' doing
        }
        return !tooLarge && left(box, by).isEmpty() && !tooLarge;
    }

    private List<Box> left(Box all, List<Box> taken) {
        List<Box> rest = List.of(all);
        for (Box each : taken) {
            steps += rest.size();
            if (steps > MOST_STEPS) {
                tooLarge = true;
                return List.of();
            }
            rest = rest.stream().flatMap(part -> part.without(each).stream()).toList();
        }
        return rest;
    }

    private String tell(Box box) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            String part = axes.get(i).tell(box.sides().get(i));
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? "*" : String.join(", ", parts);
    }
}
