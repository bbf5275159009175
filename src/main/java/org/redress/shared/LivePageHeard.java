package org.redress.shared;

/**
 * A {@link LivePageEvent} that some node has committed, heard on this one: for rooms that keep in memory what another node may have changed.
 *
 * @param topic {@link #ANYTHING} when some may have been missed
 */
public record LivePageHeard(String topic, String ref, int version) {

    /** The connection was lost for a while. */
    public static final String ANYTHING = "*";

    public boolean isAbout(String wanted) {
        return topic.equals(wanted) || topic.equals(ANYTHING);
    }
}
