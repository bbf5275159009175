package org.redress.access;

/** Why Redress does not start with this database, and what to do about it. */
class StartRefused extends RuntimeException {

    private final String action;

    StartRefused(String description, String action) {
        super(description);
        this.action = action;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    String action() {
        return action;
    }
}
