package org.redress.process;

import org.redress.callback.EarlierCases;
import org.redress.complaint.CustomerHistory;
import org.springframework.stereotype.Component;

/** Tells the call sheet how often the customer has complained before. */
@Component
class EarlierCasesAdapter implements EarlierCases {

    private final CustomerHistory history;

    EarlierCasesAdapter(CustomerHistory history) {
        this.history = history;
    }

    @Override
    public int count(long customerId) {
        return history.count(customerId);
    }
}
