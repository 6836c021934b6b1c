package dev.dmock.task;

import dev.dmock.error.DmError;
import dev.dmock.space.Draft;
import dev.dmock.space.Generation;
import dev.dmock.space.Trait;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import dev.dmock.world.sql.Ddl;
import dev.dmock.world.sql.Structures;
import dev.dmock.world.sql.TableName;
import java.util.Optional;
import java.util.stream.Collectors;

/** Creates dumped tables downstream. In v8 TiDB Lightning does, which reads the statement before it runs it. */
final class LoadedTables {

    private static final String RESTORE = "[Lightning:Restore:";

    private LoadedTables() {}

    /** Creates the table unless it exists. */
    static void create(Draft draft, Session downstream, TableName target, DumpFile file) {
        if (downstream.table(target).isPresent()) {
            return;
        }
        String statement = Structures.mysql(target.table(), file.structure());
        if (!Trait.SQL_STATES.in(draft)) {
            downstream.execute(target.schema(), statement);
            return;
        }
        String dumped = Structures.mysql(file.table().table(), file.structure());
        requireReadable(dumped);
        try {
            downstream.execute(target.schema(), statement);
        } catch (DatabaseException e) {
            throw new UnitFailure(notCreated(draft, target, e));
        }
    }

    private static void requireReadable(String statement) {
        Optional<String> fault = Ddl.fault(statement, Generation.V8);
        if (fault.isPresent()) {
            throw failure(RESTORE + "ErrInvalidSchemaStmt]invalid schema statement: '" + onLines(statement) + ";': "
                    + fault.get());
        }
    }

    /** Lightning takes each line of a dumped statement without the blanks around it. */
    private static String onLines(String statement) {
        return statement.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static DmError notCreated(Draft draft, TableName table, DatabaseException e) {
        return DmError.of(34019)
                .causedBy(RESTORE + "ErrCreateSchema]create schema failed, table: " + table.quoted()
                        + ", stmt: restore table schema: run create schema job failed: " + Endpoints.text(draft, e));
    }

    private static UnitFailure failure(String cause) {
        return new UnitFailure(DmError.of(34019).causedBy(cause));
    }
}
