package dev.dmock.task.unit;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.Subtask;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The current upstream tables of a subtask's source, and their targets. */
@Component
public class UpstreamTables {

    private final UnitConnections endpoints;

    UpstreamTables(UnitConnections endpoints) {
        this.endpoints = endpoints;
    }

    /** Returns the migrated tables, ordered by schema and name. */
    public List<TableName> of(Draft draft, Subtask subtask) {
        return all(draft, subtask).stream().filter(subtask.rules()::migrates).toList();
    }

    /** Returns all tables of the source, ordered by schema and name. */
    public List<TableName> all(Draft draft, Subtask subtask) {
        DatabaseSession upstream = endpoints.upstreamUnchecked(draft, subtask.source());
        List<TableName> found = new ArrayList<>();
        for (String schema : upstream.userSchemaNames()) {
            found.addAll(upstream.baseTables(schema));
        }
        return found;
    }

    /** Returns the current upstream structure of a table. */
    public Optional<TableStructure> structure(Draft draft, Subtask subtask, TableName table) {
        DatabaseSession upstream = endpoints.upstreamUnchecked(draft, subtask.source());
        return upstream.table(table).map(t -> t.structure());
    }

    /**
     * Returns a table's target under its downstream name.
     *
     * @throws dev.dmock.sql.token.DatabaseException 1146 if the target does not exist
     * @throws dev.dmock.error.DmException 10001 if its server cannot be reached
     */
    public Table target(Draft draft, Subtask subtask, TableName table) {
        DatabaseSession downstream;
        try {
            downstream = endpoints.downstream(draft, subtask);
        } catch (UnitFailure e) {
            throw e.error().asException();
        }
        return downstream.requireTable(subtask.rules().target(table));
    }
}
