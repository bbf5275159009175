package org.redress.complaint;

/** The way a complaint came (渠道). */
public enum Channel {
    CALLBACK, HOTLINE, COUNTER, WEB, LETTER, LEADERSHIP, O12345, O12315, O12398, O12300, MEDIA;

    /** Came through an outside body: city hotline, consumer hotline, energy or telecom regulator. */
    public boolean isOutside() {
        return name().startsWith("O1");
    }
}
