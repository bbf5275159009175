package org.redress.notification;

import org.jspecify.annotations.Nullable;

/**
 * What a page is told: an id and a version, never data.
 *
 * @param id place in the stream; a browser that lost it asks for what came after
 */
record LiveEvent(long id, String topic, String ref, int version) {

    /** "case:RD-2026-000123" */
    String address() {
        return topic + ":" + ref;
    }

    /** As sent over NOTIFY. */
    String encode() {
        return id + "|" + topic + "|" + version + "|" + ref;
    }

    /** @return null for what is none of ours */
    static @Nullable LiveEvent decode(String text) {
        var parts = text.split("\\|", 4);
        if (parts.length != 4) {
            return null;
        }
        try {
            return new LiveEvent(Long.parseLong(parts[0]), parts[1], parts[3], Integer.parseInt(parts[2]));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
