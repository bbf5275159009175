package org.redress.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /**
     * As {@link #update} for many at once, each with an account; what a later one says of an account replaces what an earlier one said.
     *
     * @return by account
     * @throws org.redress.shared.Problem 422 for data that no file could hold; nothing is written then
     */
    Map<String, Customer> updateAll(Collection<CustomerData> all);

    /** The customer does not want to be called again (谢绝回访). */
    void doNotCall(long id);

    /** At most {@code limit} customers whose account, phone digits or name begin with the text; empty for less than 2 characters. */
    List<Customer> startingWith(String text, int limit);
}
