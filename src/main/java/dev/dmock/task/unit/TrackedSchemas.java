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

    /** Tells whether the tracker treats two schema names as equal. */
    static boolean isSame(Draft draft, Subtask subtask, String schema, String other) {
        return isCaseSensitive(draft, subtask) ? schema.equals(other) : schema.equalsIgnoreCase(other);
    }

    /** Tells whether names are case-sensitive: never in v5, whose tracker is a TiDB; as upstream in v8. */
    static boolean isCaseSensitive(Draft draft, Subtask subtask) {
        return draft.has(Trait.DUMP_TRACKED) && subtask.config().caseSensitive();
    }

    /** Adds a schema unless it is tracked. */
    static void made(Draft draft, Subtask subtask, String schema) {
        boolean known = draft.under(TrackedSchema.KIND, subtask.task(), subtask.source()).stream()
                .anyMatch(tracked -> isSame(draft, subtask, tracked.schema(), schema));
        if (!known) {
            draft.put(TrackedSchema.KIND, TrackedSchema.of(subtask, schema));
        }
    }

    /** Removes a schema and its tables. */
    static void gone(Draft draft, Subtask subtask, String schema) {
        draft.removeUnder(TrackedTable.KIND, subtask.task(), subtask.source(), schema);
        draft.remove(TrackedSchema.KIND, subtask.task(), subtask.source(), schema);
    }

    /** Applies the character set and collation of a CREATE or ALTER DATABASE. */
    static void characters(Draft draft, Subtask subtask, DdlOperation ddl) {
        TrackedSchema schema = of(draft, subtask, ddl);
        draft.put(TrackedSchema.KIND, schema.with(ddl.characters(schema.characters())));
    }

    /** Returns the tracked schema of a DDL's first table. */
    static TrackedSchema of(Draft draft, Subtask subtask, DdlOperation ddl) {
        String name = ddl.tables().get(0).schema();
        return draft.find(TrackedSchema.KIND, subtask.task(), subtask.source(), name)
                .orElseGet(() -> TrackedSchema.of(subtask, name));
    }
}
