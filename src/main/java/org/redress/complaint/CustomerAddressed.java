package org.redress.complaint;

import org.redress.shared.Bilingual;

/**
 * A step of the process has something to say to the customer of a case. Published in the transaction of the step.
 *
 * @param occasion what makes it once: the same occasion is told once
 * @param question whether the customer is to answer
 * @param text     what is said, in both languages; the customer hears the one they speak
 */
public record CustomerAddressed(long caseId, String number, String occasion, boolean question, Bilingual text) {
}
