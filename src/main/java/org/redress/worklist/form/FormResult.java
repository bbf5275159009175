package org.redress.worklist.form;

import java.util.List;
import java.util.Map;

import org.redress.shared.FieldProblem;

/**
 * What a form makes of submitted values.
 *
 * @param answers  typed values of the visible, editable fields: Boolean, Long or BigDecimal, String, List of String, Instant (a date with
 *                 time), nested maps and lists of maps; a field that was left empty is absent, a checkbox is always there
 * @param problems one for every field that is wrong, in the order of the form; empty when the answers can be taken
 */
public record FormResult(Map<String, Object> answers, List<FieldProblem> problems) {
}
