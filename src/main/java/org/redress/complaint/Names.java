package org.redress.complaint;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Constants as arguments of a message: the reader sees them in their own language. */
final class Names {

    private Names() {
    }

    static MessageSourceResolvable of(Enum<?> constant) {
        String key = "enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        return new DefaultMessageSourceResolvable(new String[] {key}, constant.name());
    }
}
