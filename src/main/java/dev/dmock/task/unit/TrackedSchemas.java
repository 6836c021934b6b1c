package dev.dmock.task.unit;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.TrackedSchema;
import dev.dmock.task.model.TrackedTable;
import dev.dmock.version.Trait;

/** The schemas in a subtask's schema tracker. */
final class TrackedSchemas {

    private TrackedSchemas() {}

    /** Whether two names of schemas are one to the tracker. */
    static boolean isSame(Draft draft, Subtask subtask, String schema, String other) {
        return tellsCase(draft, subtask) ? schema.equals(other) : schema.equalsIgnoreCase(other);
    }

    /** v5's tracker is a TiDB, which never tells names apart by case; v8's does as the upstream does. */
    static boolean tellsCase(Draft draft, Subtask subtask) {
        return draft.has(Trait.DUMP_TRACKED) && subtask.config().caseSensitive();
    }

    /** A schema becomes known, if it is not. */
    static void made(Draft draft, Subtask subtask, String schema) {
        boolean known = draft.under(TrackedSchema.KIND, subtask.task(), subtask.source()).stream()
                .anyMatch(tracked -> isSame(draft, subtask, tracked.schema(), schema));
        if (!known) {
            draft.put(TrackedSchema.KIND, TrackedSchema.of(subtask, schema));
        }
    }

    /** A schema is dropped, with its tables. */
    static void gone(Draft draft, Subtask subtask, String schema) {
        draft.removeUnder(TrackedTable.KIND, subtask.task(), subtask.source(), schema);
        draft.remove(TrackedSchema.KIND, subtask.task(), subtask.source(), schema);
    }

    /** Takes over the character set and collation of a CREATE or ALTER DATABASE. */
    static void characters(Draft draft, Subtask subtask, DdlOperation ddl) {
        TrackedSchema schema = of(draft, subtask, ddl);
        draft.put(TrackedSchema.KIND, schema.with(ddl.characters(schema.characters())));
    }

    /** What is known of the schema of a DDL's first table. */
    static TrackedSchema of(Draft draft, Subtask subtask, DdlOperation ddl) {
        String name = ddl.tables().get(0).schema();
        return draft.find(TrackedSchema.KIND, subtask.task(), subtask.source(), name)
                .orElseGet(() -> TrackedSchema.of(subtask, name));
    }
}
