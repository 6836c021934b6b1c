package dev.dmock.task;

import dev.dmock.space.Kinds;
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
                Tracked.KIND,
                TrackedSchema.KIND,
                TablePoint.KIND,
                KnownTarget.KIND,
                GhostTable.KIND,
                ShardGroup.KIND,
                PessimisticLock.KIND,
                PutOff.KIND,
                DroppedColumn.KIND,
                ShardLock.KIND,
                Template.KIND);
    }
}
