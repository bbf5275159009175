package org.redress.studio.compare;

import java.util.LinkedList;
import java.util.List;

/** Which of the things that stay keep their order: the fewest others were moved. */
final class InOrder {

    private InOrder() {
    }

    /** The longest common subsequence of two orders of the same things. */
    static List<String> longest(List<String> one, List<String> other) {
        int[][] length = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                length[i][j] = one.get(i).equals(other.get(j)) ? 1 + length[i + 1][j + 1] : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        LinkedList<String> kept = new LinkedList<>();
        for (int i = 0, j = 0; i < one.size() && j < other.size();) {
            if (one.get(i).equals(other.get(j))) {
                kept.add(one.get(i));
                i++;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return kept;
    }
}
