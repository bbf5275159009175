package org.redress.customer;

import org.jspecify.annotations.Nullable;

/**
 * What another system or an intake agent says of a customer; null = not said, the file keeps what it has.
 *
 * @param language language tag the customer is spoken to in; said of a case, never written to the file
 */
public record CustomerData(@Nullable String account, @Nullable String name, @Nullable String phone, @Nullable Segment segment,
        @Nullable String address, @Nullable String area, @Nullable String email, @Nullable String language) {

    public CustomerData(@Nullable String account, @Nullable String name, @Nullable String phone, @Nullable Segment segment,
            @Nullable String address, @Nullable String area) {
        this(account, name, phone, segment, address, area, null, null);
    }

    public CustomerData withEmail(@Nullable String email) {
        return new CustomerData(account, name, phone, segment, address, area, email, language);
    }

    public CustomerData withLanguage(@Nullable String language) {
        return new CustomerData(account, name, phone, segment, address, area, email, language);
    }
}
