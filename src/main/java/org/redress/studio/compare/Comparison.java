package org.redress.studio.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.redress.studio.ModelKind;
import org.redress.studio.ModelSet;

/** Two sets of models laid beside one another. */
public final class Comparison {

    private Comparison() {
    }

    /** Files that differ, by name. */
    public static List<FileDifference> of(ModelSet before, ModelSet after) {
        List<FileDifference> found = new ArrayList<>();
        for (String file : before.differences(after)) {
            found.add(of(file, before.files().get(file), after.files().get(file)));
        }
        return found;
    }

    /** @param before null for a file that is new; @param after null for one that is gone */
    public static FileDifference of(String file, byte @Nullable [] before, byte @Nullable [] after) {
        ModelKind kind = ModelKind.of(file).orElseThrow(() -> new IllegalArgumentException(file + " is no model"));
        try {
            Map<String, Facts> was = before == null ? Map.of() : facts(kind, before);
            Map<String, Facts> now = after == null ? Map.of() : facts(kind, after);
            List<ElementDifference> elements = FactsOf.differences(was, now, kind == ModelKind.FORM);
            List<RuleTable> tables = kind == ModelKind.DECISION ? RuleTables.differences(before, after) : List.of();
            return new FileDifference(file, kind, how(before, after, elements, tables), elements, tables, names(was, now), parents(was), true);
        } catch (Xml.Unreadable e) {
            return new FileDifference(file, kind, how(before, after), List.of(), List.of(), Map.of(), Map.of(), false);
        }
    }

    private static Map<String, Facts> facts(ModelKind kind, byte[] content) throws Xml.Unreadable {
        return switch (kind) {
            case PROCESS -> BpmnFacts.of(content);
            case DECISION -> DmnFacts.of(content);
            case FORM -> FormFacts.of(content);
        };
    }

    private static How how(byte @Nullable [] before, byte @Nullable [] after, List<ElementDifference> elements, List<RuleTable> tables) {
        boolean works = !tables.isEmpty() || elements.stream().anyMatch(each -> each.how() != How.LAYOUT);
        return before != null && after != null && !works ? How.LAYOUT : how(before, after);
    }

    private static How how(byte @Nullable [] before, byte @Nullable [] after) {
        if (before == null) {
            return How.ADDED;
        }
        return after == null ? How.REMOVED : How.CHANGED;
    }

    private static Map<String, Bilingual> names(Map<String, Facts> was, Map<String, Facts> now) {
        Map<String, Bilingual> names = new HashMap<>();
        was.forEach((id, facts) -> names.put(id, facts.name(id)));
        now.forEach((id, facts) -> names.put(id, facts.name(id)));
        return names;
    }

    private static Map<String, String> parents(Map<String, Facts> was) {
        Map<String, String> parents = new HashMap<>();
        was.forEach((id, facts) -> parents.put(id, facts.value("parent")));
        return parents;
    }
}
