package dev.dmock.task.model;

/** The processing unit that a subtask is in. */
public enum Unit {
    DUMP("Dump"),
    LOAD("Load"),
    SYNC("Sync");

    /** The unit name that a subtask shows if the initialization of its units failed. */
    static final String NONE = "InvalidUnit";

    private final String label;

    Unit(String label) {
        this.label = label;
    }

    /** The name that the API uses. */
    public String label() {
        return label;
    }
}
