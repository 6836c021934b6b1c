package dev.dmock.task.web.v8;

import dev.dmock.cluster.Worker;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.ErrorTexts;
import dev.dmock.task.StatusService;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.SubtaskStatus;
import dev.dmock.version.Generation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says how the subtasks of a task are, with the texts of their errors. */
@Component
class SubtaskStatusesV8 {

    private final StatusService status;
    private final ErrorTexts errors;

    SubtaskStatusesV8(StatusService status, ErrorTexts errors) {
        this.status = status;
        this.errors = errors;
    }

    List<SubtaskStatusV8> of(Draft draft, Collection<Subtask> subtasks) {
        return subtasks.stream().map(subtask -> of(draft, subtask)).toList();
    }

    private SubtaskStatusV8 of(Draft draft, Subtask subtask) {
        return status.ofWorkers(draft, subtask)
                .map(answer -> SubtaskStatusV8.of(answer, error(draft, answer)))
                .orElseGet(() -> unreachable(draft, subtask));
    }

    /** Each error is a sentence on a line of its own. */
    private @Nullable String error(Draft draft, SubtaskStatus answer) {
        return answer.error() == null ? null : errors.text(draft, answer.error()) + ".\n";
    }

    private SubtaskStatusV8 unreachable(Draft draft, Subtask subtask) {
        Optional<Worker> silent = status.silentWorker(draft, subtask);
        DmError error = silent.map(worker -> worker.noAnswer(Generation.V8))
                .orElseGet(() -> DmError.of(DmCode.MASTER_WORKER_ARGS_EXTRACTOR)
                        .message("%s relevant worker-client not found", subtask.source()));
        String name = silent.map(Worker::name).orElse("");
        return SubtaskStatusV8.unreachable(subtask.task(), subtask.source(), name, errors.text(draft, error));
    }
}
