package org.redress.survey;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;

/** The company's scales (评价等级制): several live at once, every answer knows its own. */
public interface Scales {

    /** Active and retired, by code. */
    List<Scale> all();

    /** A retired one too: old answers are read with it. */
    Optional<Scale> find(String code);

    /**
     * What a grade means today.
     *
     * @param rating null or blank for a customer who was asked and gave no rating (未评价)
     * @return null when there is no rating
     * @throws Problem 422 naming the field "scale" or "rating" and what is allowed
     */
    @Nullable Meaning meaning(String scale, @Nullable String rating);
}
