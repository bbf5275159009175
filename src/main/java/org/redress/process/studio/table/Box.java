package org.redress.process.studio.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Some pieces of each input: what a rule, or a part of one, covers. */
record Box(List<BitSet> sides) {

    boolean meets(Box other) {
        for (int i = 0; i < sides.size(); i++) {
            if (!sides.get(i).intersects(other.sides.get(i))) {
                return false;
            }
        }
        return true;
    }

    Box with(Box other) {
        List<BitSet> common = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            common.add(and(sides.get(i), other.sides.get(i)));
        }
        return new Box(common);
    }

    /** What is left of this one: boxes that do not meet each other. */
    List<Box> without(Box other) {
        if (!meets(other)) {
            return List.of(this);
        }
        List<Box> left = new ArrayList<>();
        List<BitSet> rest = new ArrayList<>(sides);
        for (int i = 0; i < sides.size(); i++) {
            BitSet outside = (BitSet) rest.get(i).clone();
            outside.andNot(other.sides.get(i));
            if (!outside.isEmpty()) {
                List<BitSet> part = new ArrayList<>(rest);
                part.set(i, outside);
                left.add(new Box(List.copyOf(part)));
            }
            rest.set(i, and(rest.get(i), other.sides.get(i)));
        }
        return left;
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }
}
