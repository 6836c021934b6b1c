package dev.dmock.task;

import dev.dmock.cluster.Worker;
import dev.dmock.source.Source;
import dev.dmock.space.fact.ConsistencyCheck;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Kind;
import dev.dmock.task.full.DumpedSchema;
import dev.dmock.task.model.DumpFile;
import dev.dmock.task.model.PessimisticShardGroup;
import dev.dmock.task.model.Subtask;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Subtasks are about sources that there are, and everything that is about subtasks is about some that there are. */
@Component
class TaskConsistencyCheck implements ConsistencyCheck {

    @Override
    public Optional<Misfit> check(Draft draft) {
        for (Subtask subtask : draft.all(Subtask.KIND)) {
            String name = subtask.task() + " of " + subtask.source();
            String worker = subtask.worker();
            if (!draft.has(Source.KIND, subtask.source())) {
                return Optional.of(new Misfit(Subtask.KIND, name + " has no such source"));
            }
            if (worker != null && !draft.has(Worker.KIND, worker)) {
                return Optional.of(new Misfit(Subtask.KIND, name + " is at a worker that there is not"));
            }
            if (!draft.has(Subtasks.SubtaskOf.KIND, subtask.source(), subtask.task())) {
                return Optional.of(new Misfit(Subtasks.SubtaskOf.KIND, name + " is missing"));
            }
        }
        for (Subtasks.SubtaskOf way : draft.all(Subtasks.SubtaskOf.KIND)) {
            if (!draft.has(Subtask.KIND, way.task(), way.source())) {
                return lost(Subtasks.SubtaskOf.KIND, way.task(), way.source());
            }
        }
        for (DumpFile file : draft.all(DumpFile.KIND)) {
            if (!draft.has(Subtask.KIND, file.task(), file.source())) {
                return lost(DumpFile.KIND, file.task(), file.source());
            }
        }
        for (DumpedSchema schema : draft.all(DumpedSchema.KIND)) {
            if (!draft.has(Subtask.KIND, schema.task(), schema.source())) {
                return lost(DumpedSchema.KIND, schema.task(), schema.source());
            }
        }
        for (PessimisticShardGroup group : draft.all(PessimisticShardGroup.KIND)) {
            if (!draft.has(Subtask.KIND, group.task(), group.source())) {
                return lost(PessimisticShardGroup.KIND, group.task(), group.source());
            }
        }
        return Optional.empty();
    }

    private static Optional<Misfit> lost(Kind<?> kind, String task, String source) {
        return Optional.of(new Misfit(kind, "there is no task " + task + " of " + source));
    }
}
