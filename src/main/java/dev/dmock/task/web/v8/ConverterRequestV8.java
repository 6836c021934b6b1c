package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The body of POST tasks/converters: a task, or the text of a configuration file, which wins. */
public record ConverterRequestV8(
        @JsonProperty("task") @Nullable TaskV8 task,
        @JsonProperty("task_config_file") @Nullable String file) {

    /** What a missing body means. */
    public static final ConverterRequestV8 EMPTY = new ConverterRequestV8(null, null);
}
