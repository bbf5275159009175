package org.redress.deadline;

import java.util.List;

/** Something about calendars, policies or clocks that cannot be. Carries a message key and its arguments, never a text. */
public abstract class DeadlineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> args;

    DeadlineException(String code, Object... args) {
        super(code + " " + List.of(args));
        this.code = code;
        this.args = List.of(args);
    }

    /** Key in the message bundle {@code messages/deadline}. */
    public String code() {
        return code;
    }

    public Object[] args() {
        return args.toArray();
    }
}
