package org.redress.deadline;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of the country with days or hours of its own (地区).
 *
 * @param areas where its cases happen, as cases name it; letters' case does not matter
 * @param week own hours; null where the company's hold
 * @param days own special days; on the same date they hold instead of the company's
 */
public record Region(String code, String nameZh, String nameEn, Set<String> areas, @Nullable WorkingWeek week, List<SpecialDay> days) {

    public Region {
        TreeSet<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(areas);
        areas = Collections.unmodifiableSet(known);
        days = days.stream().sorted(Comparator.comparing(SpecialDay::date)).toList();
    }

    boolean covers(String area) {
        return code.equalsIgnoreCase(area) || areas.contains(area);
    }
}
