package org.redress.studio.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.studio.ModelKind;
import org.redress.studio.compare.How;
import org.redress.studio.compare.RuleTable;

/**
 * A file of a comparison as a page shows it.
 *
 * @param name     of the model, in the reader's language
 * @param drawn    whether its two diagrams can be shown
 * @param marks    for the diagrams, as JSON
 * @param standing running cases that this file touches; null where nothing can stand
 */
record CompareView(String file, ModelKind kind, How how, String name, long count, boolean readable, boolean drawn, String marks, @Nullable Long standing,
        List<Item> items, List<RuleTable> tables) {

    /**
     * An element that differs.
     *
     * @param standing running cases that stand at it, null where nothing can stand
     */
    record Item(How how, String element, String type, String name, @Nullable Long standing, List<Said> said) {
    }

    /** What it says, before and after. */
    record Said(String property, String before, String after) {
    }
}
