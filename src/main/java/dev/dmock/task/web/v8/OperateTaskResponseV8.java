package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.config.TaskConfig;

/**
 * The answer of POST and PUT of tasks.
 *
 * @param checkResult what the precheck had to say
 * @param task the task as it was posted, with the meta schema that was filled in
 */
public record OperateTaskResponseV8(
        @JsonProperty("check_result") String checkResult,
        @JsonProperty("task") TaskV8 task) {

    public static OperateTaskResponseV8 of(String checkResult, TaskConfig task) {
        return new OperateTaskResponseV8(checkResult, TaskV8.of(task));
    }
}
