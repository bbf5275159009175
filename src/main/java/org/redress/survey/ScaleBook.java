package org.redress.survey;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the scales. */
@Service
@Transactional(readOnly = true)
class ScaleBook implements Scales {

    private final ScaleTable table;

    ScaleBook(ScaleTable table) {
        this.table = table;
    }

    @Override
    public List<Scale> all() {
        return table.all();
    }

    @Override
    public Optional<Scale> find(String code) {
        return table.find(code);
    }

    @Override
    public @Nullable Meaning meaning(String scale, @Nullable String rating) {
        return meaning(table.all(), scale, rating);
    }

    static @Nullable Meaning meaning(List<Scale> scales, String scale, @Nullable String rating) {
        Scale found = scales.stream().filter(each -> each.code().equals(scale)).findFirst()
                .orElseThrow(() -> Problem.invalid("scale", "survey.problem.unknownScale", scale, codes(scales)));
        if (rating == null || rating.isBlank()) {
            return null;
        }
        return found.grade(rating).map(Scale.Grade::meaning)
                .orElseThrow(() -> Problem.invalid("rating", "survey.problem.outsideScale", rating, scale, found.codes()));
    }

    private static String codes(List<Scale> scales) {
        return String.join(", ", scales.stream().filter(Scale::active).map(Scale::code).toList());
    }
}
