package org.redress.studio.compare;

import java.util.List;
import java.util.Map;

import org.redress.shared.Bilingual;
import org.redress.studio.ModelKind;

/**
 * One file.
 *
 * @param how      LAYOUT when it only looks different
 * @param elements in the order of the file; those that are gone last
 * @param tables   of a decision file, those with rules that differ
 * @param names    of all elements, before and after, for what refers to them by id
 * @param parents  of elements before: in which sub-process each stands
 * @param readable false when one of both cannot be read as a model, so that nothing more can be said
 */
public record FileDifference(String file, ModelKind kind, How how, List<ElementDifference> elements, List<RuleTable> tables,
        Map<String, Bilingual> names, Map<String, String> parents, boolean readable) {

    /** Of the model, as the file is named. */
    public String id() {
        return kind.id(file);
    }

    /** Whether the element is the one around, or stands in it at whatever depth. */
    public boolean isWithin(String element, String around) {
        String at = element;
        while (at != null && !at.isEmpty()) {
            if (at.equals(around)) {
                return true;
            }
            at = parents.get(at);
        }
        return false;
    }

    /** How many things differ, layout apart. */
    public long count() {
        return elements.stream().filter(each -> each.how() != How.LAYOUT).count()
                + tables.stream().flatMap(table -> table.lines().stream()).filter(line -> line.how() != How.SAME).count();
    }
}
