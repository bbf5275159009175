package org.redress.studio.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.studio.Releases.Wish;

/** What a designer writes when asking for a release; moments as typed, in the company's time zone. */
record WishForm(String note, String versionTag, String notBefore, String notAfter) {

    static final WishForm EMPTY = new WishForm("", "", "", "");

    /** @throws Problem 422 for what is no moment */
    Wish wish(ZoneId zone) {
        List<FieldProblem> wrong = new ArrayList<>();
        Instant from = moment("notBefore", notBefore, zone, wrong);
        Instant until = moment("notAfter", notAfter, zone, wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new Wish("", note, versionTag, from, until);
    }

    private static @Nullable Instant moment(String field, String typed, ZoneId zone, List<FieldProblem> wrong) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            wrong.add(FieldProblem.of(field, "studio.release.problem.moment"));
            return null;
        }
    }
}
