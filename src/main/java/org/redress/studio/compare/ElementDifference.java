package org.redress.studio.compare;

import java.util.List;

import org.redress.shared.Bilingual;

/**
 * One element of a model: a step, a flow, an input, a form field.
 *
 * @param element id in its file
 * @param type    as its language says it: {@code userTask}, {@code input}, {@code textfield}
 * @param name    as it is now, or was when it is gone
 */
public record ElementDifference(How how, String element, String type, Bilingual name, List<PropertyDifference> properties) {
}
