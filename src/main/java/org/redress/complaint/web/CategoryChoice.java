package org.redress.complaint.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.Categories;
import org.redress.complaint.Category;
import org.springframework.stereotype.Component;

/** The category search box: options a browser filters while typing, by any word of the path or by pinyin initials. */
@Component
class CategoryChoice {

    private final Categories categories;

    CategoryChoice(Categories categories) {
        this.categories = categories;
    }

    /** Texts to choose from, in the language. */
    List<String> options(Locale locale) {
        return categories.leaves().stream().map(category -> option(category, locale)).toList();
    }

    /** What the box shows for a code; the code itself where it is unknown. */
    String shown(String code, Locale locale) {
        return categories.find(code).map(category -> option(category, locale)).orElse(code);
    }

    /** The code of what was typed: an option in either language, a code, or a name or initials that only one leaf has. */
    @Nullable String code(String typed) {
        String wanted = typed.strip();
        if (wanted.isEmpty()) {
            return null;
        }
        List<Category> leaves = categories.leaves();
        for (Category leaf : leaves) {
            if (wanted.equals(leaf.code()) || wanted.equals(option(leaf, Locale.ENGLISH)) || wanted.equals(option(leaf, Locale.CHINESE))) {
                return leaf.code();
            }
        }
        List<Category> named = leaves.stream().filter(leaf -> wanted.equalsIgnoreCase(leaf.name().en())
                || wanted.equals(leaf.name().zh()) || wanted.equalsIgnoreCase(leaf.initials())).toList();
        return named.size() == 1 ? named.get(0).code() : null;
    }

    private static String option(Category leaf, Locale locale) {
        String path = leaf.path().in(locale);
        return leaf.initials().isEmpty() || !Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? path : path + " " + leaf.initials();
    }
}
