package dev.dmock.task.full;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.Subtask;
import dev.dmock.world.database.model.DatabaseSchema;
import org.jspecify.annotations.Nullable;

/** A dumped schema, with or without tables, kept until the load unit has created it. */
public record DumpedSchema(
        String task,
        String source,
        String schema,
        String charset,
        @Nullable String collation) {

    public static final Kind<DumpedSchema> KIND =
            Kind.of("dumpedSchema", DumpedSchema.class, s -> Key.of(s.task, s.source, s.schema));

    static DumpedSchema of(Subtask subtask, DatabaseSchema schema) {
        return new DumpedSchema(subtask.task(), subtask.source(), schema.name(), schema.charset(), schema.collation());
    }

    /** Returns the output of MySQL 5.6's SHOW CREATE DATABASE. */
    String dumped() {
        String collate = collation == null ? "" : " COLLATE " + collation;
        return "CREATE DATABASE " + TableName.quote(schema) + " /*!40100 DEFAULT CHARACTER SET " + charset + collate
                + " */";
    }

    /** Returns the statement that creates it under its downstream name. */
    String create(String target) {
        String collate = collation == null ? "" : " COLLATE " + collation;
        return "CREATE DATABASE IF NOT EXISTS " + TableName.quote(target) + " DEFAULT CHARACTER SET " + charset
                + collate;
    }
}
