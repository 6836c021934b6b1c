package dev.dmock.task.config;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How the DDL of tables that are merged into one is coordinated. */
public enum ShardMode {
    NONE(""),
    PESSIMISTIC("pessimistic"),
    OPTIMISTIC("optimistic");

    private final String label;

    ShardMode(String label) {
        this.label = label;
    }

    /** The name that the API uses; empty for none. */
    @JsonValue
    public String label() {
        return label;
    }

    static Optional<ShardMode> ofLabel(String label) {
        return Arrays.stream(values()).filter(m -> m.label.equals(label)).findFirst();
    }
}
