package dev.dmock.task;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the meta schema downstream still says of a subtask that was removed: a task of the same name goes on from there.
 *
 * @param target the address of the downstream
 * @param metaSchema the schema that it is in
 */
record Checkpoint(
        String target,
        String metaSchema,
        String task,
        String source,
        FullState full,
        @Nullable SyncState sync) {

    static final Kind<Checkpoint> KIND =
            Kind.of("checkpoint", Checkpoint.class, c -> Key.of(c.target, c.metaSchema, c.task, c.source));
}
