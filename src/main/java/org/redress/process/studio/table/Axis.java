package org.redress.process.studio.table;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * All values of one input, in as many pieces as the table tells apart: within a piece every cell of the column says the same.
 *
 * @param name   the expression of the input
 * @param pieces for texts: each word and all others; for numbers and dates: each named one and what lies between
 */
record Axis(String name, InputType type, List<Piece> pieces) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    /** No table means this one. */
    private static final String OTHER = "\u0001";

    /**
     * @param from   lower end, null for none
     * @param to     upper end, null for none; the same as from for a single value
     * @param sample a value of the piece, null for "nothing"
     * @param kind   what it stands for
     */
    record Piece(@Nullable Value from, @Nullable Value to, @Nullable Value sample, Kind kind) {

        enum Kind { VALUE, BETWEEN, OTHER, NOTHING }

        static Piece single(Value value) {
            return new Piece(value, value, value, Kind.VALUE);
        }
    }

    /**
     * @param named every value that a cell of the column names
     * @param only  the values there can be at all; empty where nobody says so
     * @param empty whether nothing at all counts as a value
     */
    static Axis of(String name, InputType type, Collection<Value> named, Set<Value> only, boolean empty) {
        List<Piece> pieces = new ArrayList<>();
        Set<Value> points = new TreeSet<>(named);
        if (type == InputType.FLAG) {
            pieces.add(Piece.single(new Value(true)));
            pieces.add(Piece.single(new Value(false)));
        } else if (!only.isEmpty()) {
            new TreeSet<>(only).forEach(value -> pieces.add(Piece.single(value)));
        } else if (type == InputType.TEXT) {
            points.forEach(value -> pieces.add(Piece.single(value)));
            pieces.add(new Piece(null, null, new Value(OTHER), Piece.Kind.OTHER));
        } else {
            line(type, new ArrayList<>(points), pieces);
        }
        if (empty) {
            pieces.add(new Piece(null, null, null, Piece.Kind.NOTHING));
        }
        return new Axis(name, type, List.copyOf(pieces));
    }

    private static void line(InputType type, List<Value> points, List<Piece> pieces) {
        if (points.isEmpty()) {
            Value any = type == InputType.MOMENT ? new Value(LocalDateTime.of(2000, 1, 1, 0, 0)) : new Value(BigDecimal.ZERO);
            pieces.add(new Piece(null, null, any, Piece.Kind.BETWEEN));
            return;
        }
        Value before = null;
        for (Value point : points) {
            addBetween(type, before, point, pieces);
            pieces.add(Piece.single(point));
            before = point;
        }
        addBetween(type, before, null, pieces);
    }

    private static void addBetween(InputType type, @Nullable Value from, @Nullable Value to, List<Piece> pieces) {
        Value sample = type == InputType.MOMENT ? moment(from, to) : number(from, to);
        boolean inside = (from == null || sample.compareTo(from) > 0) && (to == null || sample.compareTo(to) < 0);
        if (inside && type.takes(sample)) {
            pieces.add(new Piece(from, to, sample, Piece.Kind.BETWEEN));
        } else if (inside && to != null && from != null && to.number().subtract(from.number()).compareTo(BigDecimal.ONE) > 0) {
            pieces.add(new Piece(from, to, new Value(from.number().add(BigDecimal.ONE)), Piece.Kind.BETWEEN));
        }
    }

    private static Value number(@Nullable Value from, @Nullable Value to) {
        if (from == null) {
            return new Value(to == null ? BigDecimal.ZERO : to.number().subtract(BigDecimal.ONE));
        }
        return new Value(to == null ? from.number().add(BigDecimal.ONE) : from.number().add(to.number()).divide(TWO).stripTrailingZeros());
    }

    private static Value moment(@Nullable Value from, @Nullable Value to) {
        if (from == null) {
            return new Value(to == null ? LocalDateTime.of(2000, 1, 1, 0, 0) : to.moment().minusDays(1));
        }
        return new Value(to == null ? from.moment().plusDays(1) : from.moment().plus(Duration.between(from.moment(), to.moment()).dividedBy(2)));
    }

    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, pieces.size());
        return all;
    }

    /** Some pieces as a designer would write them: {@code attempts >= 3}. Empty when they are all there are. */
    String tell(BitSet some) {
        if (some.cardinality() == pieces.size()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (int at = some.nextSetBit(0); at >= 0; at = some.nextSetBit(at)) {
            int last = type == InputType.TEXT || type == InputType.FLAG ? at : Math.min(some.nextClearBit(at) - 1, pieces.size() - 1);
            if (last > at && pieces.get(last).kind() == Piece.Kind.NOTHING) {
                last--;
            }
            parts.add(tell(pieces.get(at), pieces.get(last)));
            at = last + 1;
        }
        return String.join(" | ", parts);
    }

    private String tell(Piece first, Piece last) {
        if (first.kind() == Piece.Kind.NOTHING) {
            return name + " = null";
        }
        if (first.kind() == Piece.Kind.OTHER) {
            return name + " ∉ {" + pieces.stream().filter(piece -> piece.kind() == Piece.Kind.VALUE).map(piece -> String.valueOf(piece.from()))
                    .collect(Collectors.joining(", ")) + "}";
        }
        if (first == last && first.kind() == Piece.Kind.VALUE) {
            return name + " = " + first.from();
        }
        String from = first.from() == null ? "" : first.from() + (first.kind() == Piece.Kind.VALUE ? " <= " : " < ");
        String to = last.to() == null ? "" : (last.kind() == Piece.Kind.VALUE ? " <= " : " < ") + last.to();
        return from + name + to;
    }
}
