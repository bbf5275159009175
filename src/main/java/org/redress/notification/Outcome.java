package org.redress.notification;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt to send.
 *
 * @param detail words of the other side; empty where there are none
 * @param askedWait how long the other side asked to wait; null where it did not
 */
record Outcome(Kind kind, @Nullable Trouble trouble, String detail, @Nullable Duration askedWait) {

    private static final int LONGEST = 500;
    private static final Set<Trouble> ANSWERS = EnumSet.of(Trouble.ADDRESS_REFUSED, Trouble.REFUSED_FOR_NOW, Trouble.REFUSED, Trouble.CHANNEL_REFUSED);

    enum Kind {
        SENT,
        /** This message may go another time; others may go now. */ LATER,
        /** This message will never go like this. */ NEVER,
        /** Nothing goes this way now. */ AWAY
    }

    static final Outcome SENT = new Outcome(Kind.SENT, null, "", null);

    Outcome {
        detail = detail.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        detail = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST - 1) + "…";
    }

    static Outcome later(Trouble trouble, @Nullable String detail) {
        return new Outcome(Kind.LATER, trouble, said(detail), null);
    }

    static Outcome never(Trouble trouble, @Nullable String detail) {
        return new Outcome(Kind.NEVER, trouble, said(detail), null);
    }

    static Outcome away(Trouble trouble, @Nullable String detail) {
        return new Outcome(Kind.AWAY, trouble, said(detail), null);
    }

    static Outcome away(Trouble trouble, @Nullable String detail, @Nullable Duration wait) {
        return new Outcome(Kind.AWAY, trouble, said(detail), wait);
    }

    /** Whether the other side said it, so that it is there; a message that never got so far proves nothing. */
    boolean isAnswer() {
        return kind == Kind.SENT || kind != Kind.AWAY && ANSWERS.contains(trouble);
    }

    private static String said(@Nullable String detail) {
        return detail == null ? "" : detail;
    }
}
