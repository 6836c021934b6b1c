package dev.dmock.task;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import dev.dmock.world.database.Schema;
import dev.dmock.world.sql.TableName;
import org.jspecify.annotations.Nullable;

/** A schema that the dump unit took, with or without tables of it, until the load unit has made it. */
record DumpedSchema(
        String task,
        String source,
        String schema,
        String charset,
        @Nullable String collation) {

    static final Kind<DumpedSchema> KIND =
            Kind.of("dumpedSchema", DumpedSchema.class, s -> Key.of(s.task, s.source, s.schema));

    static DumpedSchema of(Subtask subtask, Schema schema) {
        return new DumpedSchema(subtask.task(), subtask.source(), schema.name(), schema.charset(), schema.collation());
    }

    /** MySQL 5.6's SHOW CREATE DATABASE. */
    String dumped() {
        String collate = collation == null ? "" : " COLLATE " + collation;
        return "CREATE DATABASE " + TableName.quote(schema) + " /*!40100 DEFAULT CHARACTER SET " + charset + collate
                + " */";
    }

    /** The statement that makes it downstream, under the name that it has there. */
    String create(String target) {
        String collate = collation == null ? "" : " COLLATE " + collation;
        return "CREATE DATABASE IF NOT EXISTS " + TableName.quote(target) + " DEFAULT CHARACTER SET " + charset
                + collate;
    }
}
