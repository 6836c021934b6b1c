package dev.dmock.task;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;

/** A schema that a subtask's sync unit knows, with or without tables. */
public record TrackedSchema(String task, String source, String schema) {

    public static final Kind<TrackedSchema> KIND =
            Kind.of("trackedSchema", TrackedSchema.class, t -> Key.of(t.task, t.source, t.schema));
}
