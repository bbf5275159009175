package org.redress.process.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.redress.studio.Finding;
import org.redress.studio.Finding.Layer;
import org.redress.studio.Finding.Weight;

/** Takes what one layer has to say about one file. */
final class Findings {

    private final String file;
    private final Layer layer;
    private final String prefix;
    private final List<Finding> found = new ArrayList<>();

    Findings(String file, Layer layer) {
        this.file = file;
        this.layer = layer;
        this.prefix = "studio.finding." + layer.name().toLowerCase(java.util.Locale.ROOT) + ".";
    }

    /** @param element id, empty for the whole file @param what last words of the message's key */
    void error(String element, String what, Object... args) {
        add(element, Weight.ERROR, what, args);
    }

    void warning(String element, String what, Object... args) {
        add(element, Weight.WARNING, what, args);
    }

    private void add(String element, Weight weight, String what, Object... args) {
        Finding finding = new Finding(file, element, layer, weight, prefix + what, List.of(args));
        if (!found.contains(finding)) {
            found.add(finding);
        }
    }

    /** In the order of the file; of one element the errors first. */
    List<Finding> in(Places places) {
        found.sort(Comparator.comparingInt((Finding each) -> places.order(each.element())).thenComparing(Finding::weight));
        return List.copyOf(found);
    }
}
