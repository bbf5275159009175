package org.redress.customer;

import org.jspecify.annotations.Nullable;

/** What another system or an intake agent says of a customer; null = not said, the file keeps what it has. */
public record CustomerData(@Nullable String account, @Nullable String name, @Nullable String phone, @Nullable Segment segment,
        @Nullable String address, @Nullable String area) {
}
