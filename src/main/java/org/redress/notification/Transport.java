package org.redress.notification;

/** A way to carry a message out of the house. Its calls are bounded in time and write nothing into the database. */
interface Transport {

    /** @param outlet code of the way out */
    boolean carries(String outlet);

    /** @return never null; what went wrong is told, not thrown */
    Sent send(Outgoing message);

    /**
     * What came of it.
     *
     * @param subject as it went out, kept as evidence; empty when it did not get so far
     * @param body    as it went out
     */
    record Sent(Outcome outcome, String subject, String body) {

        static Sent not(Outcome outcome) {
            return new Sent(outcome, "", "");
        }
    }
}
