package dev.dmock.world.database;

import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import java.util.List;

/** What was changed in the rows of one table. */
record TableChanges(TableName table, TableStructure structure, List<RowChange> changes) {}
