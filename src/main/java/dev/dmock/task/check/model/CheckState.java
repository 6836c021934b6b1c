package dev.dmock.task.check.model;

/** How a check ends, or how bad a problem is. */
public enum CheckState {
    SUCCESS("success"),
    WARN("warn"),
    FAIL("fail");

    private final String label;

    CheckState(String label) {
        this.label = label;
    }

    /** The name in reports. */
    String label() {
        return label;
    }
}
