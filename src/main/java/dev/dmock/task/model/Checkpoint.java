package dev.dmock.task.model;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.task.meta.MetaTable;
import dev.dmock.world.database.Databases;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint that a removed subtask left in the downstream meta schema; a new task of the same name resumes from
 * it.
 *
 * @param target the address of the downstream
 * @param metaSchema the schema that holds the checkpoint
 */
public record Checkpoint(
        String target,
        String metaSchema,
        String task,
        String source,
        FullState full,
        @Nullable SyncState sync) {

    public static final Kind<Checkpoint> KIND =
            Kind.of("checkpoint", Checkpoint.class, c -> Key.of(c.target, c.metaSchema, c.task, c.source));

    /** Returns the address of a task's downstream. */
    public static String address(TargetDatabase target) {
        return Databases.address(target.host(), target.port());
    }

    /** Discards the checkpoints that a meta table held, because the table was recreated. */
    public static void forget(Draft draft, SubtaskConfig config, MetaTable table) {
        List.copyOf(draft.under(KIND, address(config.target()), config.metaSchema(), config.task()))
                .forEach(checkpoint -> checkpoint.without(draft, table));
    }

    private void without(Draft draft, MetaTable table) {
        boolean ofSync = table == MetaTable.SYNCER_CHECKPOINT;
        boolean ofLoad = table == MetaTable.LOADER_CHECKPOINT || table == MetaTable.LIGHTNING_CHECKPOINT;
        if (ofSync || ofLoad) {
            draft.put(
                    KIND,
                    new Checkpoint(
                            target, metaSchema, task, source, ofLoad ? FullState.NOTHING : full, ofSync ? null : sync));
        }
    }
}
