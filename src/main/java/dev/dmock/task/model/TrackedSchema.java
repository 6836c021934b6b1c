package dev.dmock.task.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.token.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * A schema in the schema tracker of a subtask, with or without tables.
 *
 * @param charset the default character set of its tables
 * @param collation null for the default of the character set
 */
public record TrackedSchema(
        String task,
        String source,
        String schema,
        String charset,
        @Nullable String collation) {

    public static final Kind<TrackedSchema> KIND =
            Kind.of("trackedSchema", TrackedSchema.class, t -> Key.of(t.task, t.source, t.schema));

    /** Returns a schema with the server's default character set. */
    public static TrackedSchema of(Subtask subtask, String schema) {
        return new TrackedSchema(subtask.task(), subtask.source(), schema, Charsets.ofServer(Dialect.TIDB), null);
    }

    public Charsets.Characters characters() {
        return new Charsets.Characters(charset, collation);
    }

    public TrackedSchema with(Charsets.Characters characters) {
        return new TrackedSchema(task, source, schema, characters.charset(), characters.collation());
    }
}
