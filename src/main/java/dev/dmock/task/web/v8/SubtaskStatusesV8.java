package dev.dmock.task.web.v8;

import dev.dmock.cluster.Worker;
import dev.dmock.error.DmError;
import dev.dmock.space.Draft;
import dev.dmock.space.ErrorTexts;
import dev.dmock.task.StatusService;
import dev.dmock.task.Subtask;
import dev.dmock.task.SubtaskStatus;
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
        DmError error = silent.map(SubtaskStatusesV8::refused)
                .orElseGet(() -> DmError.of(38029).message("%s relevant worker-client not found", subtask.source()));
        String worker = silent.map(Worker::name).orElse("");
        return SubtaskStatusV8.unreachable(subtask.task(), subtask.source(), worker, errors.text(draft, error));
    }

    /** What the master sees of a worker whose process has ended. */
    private static DmError refused(Worker worker) {
        return DmError.of(38008)
                .causedBy(
                        "rpc error: code = Unavailable desc = connection error: desc = \"transport: Error while dialing:"
                                + " dial tcp " + worker.address() + ": connect: connection refused\"");
    }
}
