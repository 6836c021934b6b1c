package dev.dmock.task.config;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import java.util.Arrays;

/** What a task does: copy what there is, follow what happens, or the one after the other. */
public enum TaskMode {
    FULL("full"),
    INCREMENTAL("incremental"),
    ALL("all");

    private final String label;

    TaskMode(String label) {
        this.label = label;
    }

    /** The name that the API uses. */
    @JsonValue
    public String label() {
        return label;
    }

    /** Whether there is data to be dumped and loaded. */
    public boolean copies() {
        return this != INCREMENTAL;
    }

    /** Whether the binlog is followed. */
    public boolean follows() {
        return this != FULL;
    }

    /**
     * The mode of this name.
     *
     * @throws dev.dmock.error.DmException 20020 if there is none
     */
    static TaskMode ofLabel(String label) {
        return Arrays.stream(values())
                .filter(m -> m.label.equals(label))
                .findFirst()
                .orElseThrow(() -> DmError.of(DmCode.CONFIG_INVALID_TASK_MODE).asException());
    }
}
