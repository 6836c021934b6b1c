package dev.dmock.world.database.model;

import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.TableName;
import java.util.List;

/** The row changes of one table. */
public record TableChanges(TableName table, TableStructure structure, List<RowChange> changes) {}
