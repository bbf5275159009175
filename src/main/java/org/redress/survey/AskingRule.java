package org.redress.survey;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;

/**
 * Who is asked by a link instead of a telephone call.
 *
 * @param via     MAIL or SMS
 * @param share   percent of the jobs of the business that are not called; 0 asks nobody
 * @param channel webhook channel of the SMS gateway; null for mail
 */
public record AskingRule(Business business, Via via, int share, @Nullable String channel) {
}
