package org.redress.complaint;

import java.util.List;
import java.util.Optional;

import org.redress.shared.Bilingual;

/** The category tree as data: business → class → reason. */
public interface Categories {

    /** Active leaves in the order of the tree. */
    List<Category> leaves();

    Optional<Category> find(String code);

    /**
     * Makes a leaf for a kind of complaint that another system names, below the branch "imported"; changes nothing where the code is known.
     *
     * @param code lower-case, at most 100 characters
     */
    Category ensure(String code, CategoryClass categoryClass, Bilingual name);
}
