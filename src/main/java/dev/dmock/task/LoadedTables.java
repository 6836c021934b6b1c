package dev.dmock.task;

import dev.dmock.space.Draft;
import dev.dmock.space.Trait;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import dev.dmock.world.sql.Structures;
import dev.dmock.world.sql.TableName;

/** Creates dumped tables downstream. In v8 TiDB Lightning does, which reads the statement before it runs it. */
final class LoadedTables {

    private LoadedTables() {}

    /** Creates the table unless it exists. */
    static void create(Draft draft, Session downstream, TableName target, DumpFile file) {
        if (downstream.table(target).isPresent()) {
            return;
        }
        String statement = Structures.mysql(target.table(), file.structure());
        if (!draft.has(Trait.LOADS_BY_LIGHTNING)) {
            downstream.execute(target.schema(), statement);
            return;
        }
        LightningSchemas.requireReadable(Structures.mysql(file.table().table(), file.structure()));
        try {
            downstream.execute(target.schema(), statement);
        } catch (DatabaseException e) {
            throw LightningSchemas.notCreated(draft, target, e);
        }
    }
}
