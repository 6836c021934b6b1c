package dev.dmock.task.full;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.structure.Structures;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.DumpFile;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;

/** Creates dumped tables downstream. In v8 TiDB Lightning creates them, and parses each statement first. */
final class LoadedTables {

    private LoadedTables() {}

    /** Creates the table unless it exists. */
    static void create(Draft draft, DatabaseSession downstream, TableName target, DumpFile file) {
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
