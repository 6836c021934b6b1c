package dev.dmock.task;

import dev.dmock.space.fact.Kinds;
import dev.dmock.task.full.DumpedSchema;
import dev.dmock.task.model.Checkpoint;
import dev.dmock.task.model.CheckpointTable;
import dev.dmock.task.model.DroppedColumn;
import dev.dmock.task.model.DumpFile;
import dev.dmock.task.model.KnownTarget;
import dev.dmock.task.model.OptimisticLockV5;
import dev.dmock.task.model.PendingShardDdl;
import dev.dmock.task.model.PessimisticLock;
import dev.dmock.task.model.PessimisticShardGroup;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.Template;
import dev.dmock.task.model.TrackedSchema;
import dev.dmock.task.model.TrackedTable;
import dev.dmock.task.sync.GhostTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaskKinds {

    @Bean
    Kinds kindsOfTask() {
        return Kinds.of(
                Subtask.KIND,
                Subtasks.SubtaskOf.KIND,
                Checkpoint.KIND,
                DumpFile.KIND,
                DumpedSchema.KIND,
                TrackedTable.KIND,
                TrackedSchema.KIND,
                CheckpointTable.KIND,
                KnownTarget.KIND,
                GhostTable.KIND,
                PessimisticShardGroup.KIND,
                PessimisticLock.KIND,
                PendingShardDdl.KIND,
                DroppedColumn.KIND,
                OptimisticLockV5.KIND,
                Template.KIND);
    }
}
