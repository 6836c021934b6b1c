package dev.dmock.task.web.v5;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST tasks. Without a body, or with an empty one, everything is zero, as in the real server.
 *
 * @param sourceNames the sources to start; null for all
 */
public record CreateTaskRequestV5(
        @JsonProperty("remove_meta") @Nullable Boolean removeMeta,
        @JsonProperty("task") TaskV5<FilterV5> task,
        @JsonProperty("source_name_list") @Nullable List<String> sourceNames) {

    /** What a missing body means. */
    public static final CreateTaskRequestV5 EMPTY = new CreateTaskRequestV5(null, TaskV5.zero(), null);

    @SuppressWarnings("ConstantValue") // the body may lack a task where nothing has checked it
    public CreateTaskRequestV5 {
        task = task == null ? TaskV5.zero() : task;
    }

    /** Whether what an earlier task of the name knows of its progress is to be forgotten. */
    public boolean removesMeta() {
        return Boolean.TRUE.equals(removeMeta);
    }
}
