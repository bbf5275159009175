package org.redress.complaint.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.redress.complaint.CaseListRow;
import org.redress.complaint.CaseSearch;
import org.redress.customer.Customer;
import org.redress.customer.Customers;
import org.springframework.stereotype.Component;

/** Who it may be that complains, and what they complain of already. */
@Component
class KnownCustomers {

    private static final int MOST_CUSTOMERS = 5;
    private static final int MOST_CASES = 10;
    /** Fewer digits say nothing yet. */
    private static final int SHORTEST = 4;

    private final Customers customers;
    private final CaseSearch search;

    KnownCustomers(Customers customers, CaseSearch search) {
        this.customers = customers;
        this.search = search;
    }

    record Found(List<Customer> customers, List<CaseListRow> cases) {

        static final Found NOBODY = new Found(List.of(), List.of());
    }

    /** Customers whose telephone or account begins like what is typed, and their open cases. */
    Found of(String phone, String account) {
        Map<Long, Customer> found = new LinkedHashMap<>();
        for (String typed : List.of(account, phone)) {
            if (typed.strip().length() >= SHORTEST) {
                customers.startingWith(typed.strip(), MOST_CUSTOMERS).forEach(customer -> found.putIfAbsent(customer.id(), customer));
            }
        }
        if (found.isEmpty()) {
            return Found.NOBODY;
        }
        return new Found(List.copyOf(found.values()), search.openOf(List.copyOf(found.keySet()), MOST_CASES));
    }
}
