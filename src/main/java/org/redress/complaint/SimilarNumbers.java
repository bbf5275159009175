package org.redress.complaint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Case numbers within edit distance 1 of what somebody typed. */
final class SimilarNumbers {

    private static final int YEAR = 4;

    private SimilarNumbers() {
    }

    /** @param digits year and number without anything between */
    static List<String> of(String digits) {
        Set<String> all = new LinkedHashSet<>();
        all.add(digits);
        for (int at = 0; at <= digits.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                all.add(digits.substring(0, at) + digit + digits.substring(at));
                if (at < digits.length()) {
                    all.add(digits.substring(0, at) + digit + digits.substring(at + 1));
                }
            }
            if (at < digits.length()) {
                all.add(digits.substring(0, at) + digits.substring(at + 1));
            }
        }
        List<String> numbers = new ArrayList<>();
        for (String each : all) {
            if (each.length() > YEAR) {
                numbers.add("RD-" + each.substring(0, YEAR) + "-" + each.substring(YEAR));
            }
        }
        return numbers;
    }
}
