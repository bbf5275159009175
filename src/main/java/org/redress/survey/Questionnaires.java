package org.redress.survey;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;
import org.redress.shared.Problem;

/** The company's questionnaires (问卷): several live at once, each in versions. */
public interface Questionnaires {

    /** The one that comes with the product and asks about every kind of service. */
    String STANDARD = "STANDARD";

    /**
     * What a customer of this kind of service is asked now.
     *
     * @param chosen code of the questionnaire that a campaign asks with, null for a daily call
     * @return the live version of the chosen one, or its last where it was retired meanwhile; else the live one for the business; else
     *         the one for all others
     * @throws Problem 409 when the chosen one was never live, or nothing is live for the business
     */
    Questionnaire forCall(Business business, @Nullable String chosen);

    /** Any version, whatever its state: answers are read with the words they were given to. */
    Optional<Questionnaire> find(String code, int version);

    /** The live ones, by code. */
    List<Questionnaire> live();

    /** Every version of every one, by code, the newest first. */
    List<Questionnaire> all();

    /** Every version of one, the newest first; empty for a code that is none. */
    List<Questionnaire> versions(String code);
}
