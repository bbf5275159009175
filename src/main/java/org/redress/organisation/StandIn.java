package org.redress.organisation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who acts for somebody on a day (代理), from deputy to deputy. */
final class StandIn {

    private StandIn() {
    }

    /** @return the person when there, otherwise the first one there along the deputies; null at the end of the chain or in a circle */
    static @Nullable String of(Company company, String username, LocalDate date) {
        Set<String> asked = new HashSet<>();
        String at = username;
        while (at != null && asked.add(at)) {
            Person person = company.people().get(at);
            Absence absence = company.absences().getOrDefault(at, Absence.NONE);
            if (person != null && person.active() && !absence.coversAll(date)) {
                return at;
            }
            at = absence.deputy();
        }
        return null;
    }
}
