package org.redress.platform;

/** Why Redress cannot start, said in one sentence to the person who started it, with what to do about it. */
class StartProblem extends RuntimeException {

    private final String action;

    StartProblem(String description, String action) {
        super(description);
        this.action = action;
    }

    StartProblem(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    String action() {
        return action;
    }
}
