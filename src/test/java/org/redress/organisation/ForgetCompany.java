package org.redress.organisation;

import org.redress.Forgets;
import org.springframework.boot.test.context.TestComponent;

/** The company in memory goes when a test puts the database back. */
@TestComponent
public class ForgetCompany implements Forgets {

    private final CompanyCache cache;

    public ForgetCompany(CompanyCache cache) {
        this.cache = cache;
    }

    @Override
    public void forget() {
        cache.changed();
    }
}
