package dev.dmock.world.database;

import dev.dmock.sql.parser.ProgramText;
import dev.dmock.sql.statement.ProgramDefinition;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.structure.StructureEditor;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.account.Access;
import dev.dmock.world.database.model.DatabaseSchema;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.StoredProgram;
import dev.dmock.world.database.model.Table;
import java.util.List;
import java.util.Optional;

/** Executes statements about triggers, procedures, functions and events. */
final class ProgramRunner {

    private final ServerStore store;
    private final Access access;

    ProgramRunner(ServerStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** @param selected the session's schema, "" for none */
    void create(Statement.CreateProgram statement, TableName name, String selected) {
        ProgramDefinition definition = statement.definition();
        if (store.dialect() == Dialect.TIDB) {
            throw DatabaseErrors.notSupported(Dialect.TIDB, "CREATE " + definition.kind())
                    .asException();
        }
        StructureEditor.checkName(name.table());
        DatabaseSchema schema = store.requireSchema(name.schema());
        if (definition.kind() == ProgramDefinition.Kind.TRIGGER) {
            checkTrigger(statement, name, selected);
        } else {
            access.requireOnSchema(
                    definition.kind() == ProgramDefinition.Kind.EVENT ? "EVENT" : "CREATE ROUTINE", schema.name());
        }
        if (statement.unsafe() && store.server().logs()) {
            throw new DatabaseError(
                            1418,
                            "HY000",
                            "This function has none of DETERMINISTIC, NO SQL, or READS SQL DATA in its declaration and"
                                    + " binary logging is enabled (you *might* want to use the less safe"
                                    + " log_bin_trust_function_creators variable)")
                    .asException();
        }
        if (store.program(definition.kind(), name).isPresent()) {
            if (!statement.ifNotExists()) {
                throw exists(definition.kind(), name).asException();
            }
            return;
        }
        store.put(new StoredProgram(schema.address(), schema.name(), name.table(), definition));
    }

    private void checkTrigger(Statement.CreateProgram statement, TableName name, String selected) {
        ProgramDefinition definition = statement.definition();
        String schema = statement.tableSchema().isEmpty() ? selected : statement.tableSchema();
        TableName tableName = new TableName(schema.isEmpty() ? name.schema() : schema, definition.table());
        access.requireOnTable("TRIGGER", tableName);
        Table table = store.requireTable(tableName);
        if (!table.schema().equals(name.schema())) {
            throw DatabaseErrors.triggerInWrongSchema().asException();
        }
        boolean second = store.programs(name.schema()).stream()
                .anyMatch(p -> p.isTriggerOf(tableName)
                        && p.definition().moment().equals(definition.moment())
                        && !p.name().equals(name.table()));
        if (second) {
            throw DatabaseErrors.notSupported(
                            store.dialect(), "multiple triggers with the same action time and event for one table")
                    .asException();
        }
    }

    private static DatabaseError exists(ProgramDefinition.Kind kind, TableName name) {
        return switch (kind) {
            case TRIGGER -> new DatabaseError(1359, "HY000", "Trigger already exists");
            case EVENT -> new DatabaseError(1537, "HY000", "Event '" + name.table() + "' already exists");
            case PROCEDURE, FUNCTION -> new DatabaseError(1304, "42000", kind + " " + name.table() + " already exists");
        };
    }

    private static DatabaseError missing(ProgramDefinition.Kind kind, TableName name) {
        return switch (kind) {
            case TRIGGER -> new DatabaseError(1360, "HY000", "Trigger does not exist");
            case EVENT -> new DatabaseError(1539, "HY000", "Unknown event '" + name.table() + "'");
            case PROCEDURE, FUNCTION ->
                new DatabaseError(1305, "42000", kind + " " + name.schema() + '.' + name.table() + " does not exist");
        };
    }

    void drop(Statement.DropProgram statement, TableName name) {
        Optional<StoredProgram> program = store.program(statement.kind(), name);
        switch (statement.kind()) {
            case TRIGGER ->
                program.ifPresent(p -> access.requireOnTable(
                        "TRIGGER", new TableName(p.schema(), p.definition().table())));
            case EVENT -> access.requireOnSchema("EVENT", name.schema());
            case PROCEDURE, FUNCTION -> access.requireOnSchema("ALTER ROUTINE", name.schema());
        }
        if (program.isEmpty() && !statement.ifExists()) {
            throw missing(statement.kind(), name).asException();
        }
        program.ifPresent(store::remove);
    }

    /** Returns the statements of a procedure. */
    List<String> called(TableName name) {
        StoredProgram procedure = store.program(ProgramDefinition.Kind.PROCEDURE, name)
                .orElseThrow(
                        () -> missing(ProgramDefinition.Kind.PROCEDURE, name).asException());
        access.requireOnSchema("EXECUTE", name.schema());
        if (procedure.definition().parameters()) {
            throw DatabaseErrors.notSupported(store.dialect(), "procedures with parameters")
                    .asException();
        }
        return ProgramText.statements(procedure.definition(), store.dialect());
    }
}
