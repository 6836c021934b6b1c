package dev.dmock.world.database.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.statement.ProgramDefinition;
import dev.dmock.sql.token.TableName;

/** A trigger, procedure, function or event of a schema. Functions and events are stored but never run. */
public record StoredProgram(String address, String schema, String name, ProgramDefinition definition) {

    public static final Kind<StoredProgram> KIND = Kind.of(
            "storedProgram",
            StoredProgram.class,
            p -> Key.of(p.address, p.schema, p.definition.kind().name(), p.name));

    public boolean isTriggerOf(TableName table) {
        return definition.kind() == ProgramDefinition.Kind.TRIGGER
                && schema.equals(table.schema())
                && definition.table().equals(table.table());
    }

    public StoredProgram onTable(String table) {
        return new StoredProgram(address, schema, name, definition.onTable(table));
    }
}
