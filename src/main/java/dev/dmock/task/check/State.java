package dev.dmock.task.check;

/** How a check ends, or how bad a problem is. */
enum State {
    SUCCESS("success"),
    WARN("warn"),
    FAIL("fail");

    private final String label;

    State(String label) {
        this.label = label;
    }

    /** The name in reports. */
    String label() {
        return label;
    }
}
