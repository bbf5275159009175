package org.redress.complaint;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/**
 * One entry of the category tree (投诉类别).
 *
 * @param parent null on the first level
 * @param path   names from the first level down to this one, joined for people
 * @param leaf   only leaves are put on a case
 */
public record Category(String code, @Nullable String parent, CategoryClass categoryClass, Bilingual name, Bilingual path, String initials,
        boolean leaf) {
}
