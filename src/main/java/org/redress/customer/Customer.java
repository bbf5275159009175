package org.redress.customer;

import org.jspecify.annotations.Nullable;

/**
 * A customer (客户) as the company's own file knows them.
 *
 * @param account  number in the CRM, null where only a name and a phone are known
 * @param area     part of the supply area, lower-case code, decides routing
 * @param language language tag the customer is spoken to in
 * @param email    where to write to, null where nobody has said
 */
public record Customer(long id, @Nullable String account, String name, @Nullable String phone, Segment segment,
        @Nullable String address, @Nullable String area, String language, boolean doNotCall, @Nullable String vipAgent,
        @Nullable String email) {
}
