package org.redress.studio;

import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Which running cases a migration is about.
 *
 * @param late     only those with a breached clock or an overdue task
 * @param team     only those of one team; null for all
 * @param excluded numbers of cases that stay as they are
 */
public record MigrationFilter(boolean late, @Nullable String team, Set<String> excluded) {

    public static final MigrationFilter NONE = new MigrationFilter(false, null, Set.of());

    public MigrationFilter {
        excluded = Set.copyOf(excluded);
    }

    /** @param listed numbers as somebody typed them, between commas, blanks or lines */
    public static MigrationFilter of(boolean late, @Nullable String team, @Nullable String listed) {
        Set<String> numbers = new TreeSet<>();
        if (listed != null) {
            for (String number : listed.strip().split("[\\s,，、;；]+")) {
                if (!number.isEmpty()) {
                    numbers.add(number);
                }
            }
        }
        return new MigrationFilter(late, team == null || team.isBlank() ? null : team.strip(), numbers);
    }
}
