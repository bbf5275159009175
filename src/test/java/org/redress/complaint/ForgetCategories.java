package org.redress.complaint;

import org.redress.Forgets;
import org.springframework.boot.test.context.TestComponent;

/** The tree of categories is kept in memory. */
@TestComponent
public class ForgetCategories implements Forgets {

    private final JdbcCategories categories;

    ForgetCategories(JdbcCategories categories) {
        this.categories = categories;
    }

    @Override
    public void forget() {
        categories.forget();
    }
}
