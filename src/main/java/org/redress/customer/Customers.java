package org.redress.customer;

import java.util.List;
import java.util.Optional;

/** The customer file (客户档案). */
public interface Customers {

    Optional<Customer> find(long id);

    Optional<Customer> byAccount(String account);

    /** Finds by account, else by phone and name, and updates or adds. @throws org.redress.shared.Problem 422 for a phone that is none */
    Customer register(CustomerData data);

    /** At most {@code limit} customers whose account, phone digits or name begin with the text; empty for less than 2 characters. */
    List<Customer> startingWith(String text, int limit);
}
