package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of POST and PUT of tasks. Without a body, or with an empty one, everything is zero, as in the real server. */
public record TaskRequestV8(@JsonProperty("task") @Nullable TaskV8 task) {

    /** What a missing body means. */
    public static final TaskRequestV8 EMPTY = new TaskRequestV8(null);

    /** The task, or what its absence means. */
    public TaskV8 taskOrZero() {
        return Objects.requireNonNullElse(task, TaskV8.ZERO);
    }
}
