package dev.dmock.task;

/** The processing unit that a subtask is in. */
public enum Unit {
    DUMP("Dump"),
    LOAD("Load"),
    SYNC("Sync");

    private final String label;

    Unit(String label) {
        this.label = label;
    }

    /** The name that the API uses. */
    public String label() {
        return label;
    }
}
