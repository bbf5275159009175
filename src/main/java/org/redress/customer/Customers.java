package org.redress.customer;

import java.util.List;
import java.util.Optional;

/** The customer file (客户档案). */
public interface Customers {

    Optional<Customer> find(long id);

    Optional<Customer> byAccount(String account);

    /**
     * Finds by account, else by phone and name, or adds. What somebody said on the phone fills only what the file does not know: an
     * account heard wrong must not rename a neighbour.
     *
     * @throws org.redress.shared.Problem 422 for a phone that is none
     */
    Customer register(CustomerData data);

    /**
     * Whom these words describe, if they know two things of one customer that a stranger does not put together: account and phone, or
     * phone and name. Writes nothing.
     */
    Optional<Customer> recognise(CustomerData data);

    /** As {@link #register}, for a system that keeps the customer's data itself: what it says replaces what the file has. */
    Customer update(CustomerData data);

    /** At most {@code limit} customers whose account, phone digits or name begin with the text; empty for less than 2 characters. */
    List<Customer> startingWith(String text, int limit);
}
