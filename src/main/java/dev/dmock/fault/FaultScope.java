package dev.dmock.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A scope that a fault can be limited to. */
public enum FaultScope {
    SOURCE,
    TASK,
    /** An upstream table, {@code schema.table}. */
    TABLE,
    WORKER,
    /** A database server, {@code host:port}. */
    ADDRESS,
    /** An operation of the DM API, by its id in the version's OpenAPI document. */
    OPERATION;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FaultScope> ofLabel(String label) {
        return Arrays.stream(values()).filter(p -> p.label().equals(label)).findFirst();
    }
}
