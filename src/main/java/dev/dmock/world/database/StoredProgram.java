package dev.dmock.world.database;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import dev.dmock.world.sql.ProgramDef;
import dev.dmock.world.sql.TableName;

/** A trigger, procedure, function or event of a schema. Functions are never called, events never happen. */
record StoredProgram(String address, String schema, String name, ProgramDef definition) {

    static final Kind<StoredProgram> KIND = Kind.of(
            "storedProgram",
            StoredProgram.class,
            p -> Key.of(p.address, p.schema, p.definition.kind().name(), p.name));

    boolean isTriggerOf(TableName table) {
        return definition.kind() == ProgramDef.Kind.TRIGGER
                && schema.equals(table.schema())
                && definition.table().equals(table.table());
    }

    StoredProgram onTable(String table) {
        return new StoredProgram(address, schema, name, definition.onTable(table));
    }
}
