package org.redress.campaign;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A campaign as a manager starts it.
 *
 * @param proposal      the proposal that is accepted with it; null for one by hand
 * @param version       of the proposal, as the manager saw it
 * @param questionnaire code; null for what is asked of the business anyway
 * @param lastDay       the last day on which its calls are made
 */
public record NewCampaign(@Nullable Long proposal, int version, String name, Population population, @Nullable String questionnaire, LocalDate lastDay) {
}
