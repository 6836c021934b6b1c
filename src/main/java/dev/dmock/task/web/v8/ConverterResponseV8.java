package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer of POST tasks/converters: the same configuration in both forms. */
public record ConverterResponseV8(
        @JsonProperty("task") TaskV8 task,
        @JsonProperty("task_config_file") String file) {}
