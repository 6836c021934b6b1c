package dev.dmock.schema;

import dev.dmock.cluster.Scheduler;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.Structures;
import dev.dmock.sql.structure.Structures.Clustering;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.KnownStructure;
import dev.dmock.task.model.Stage;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.Unit;
import dev.dmock.task.unit.SchemaTracker;
import dev.dmock.task.unit.UpstreamTables;
import dev.dmock.version.Generation;
import dev.dmock.version.Trait;
import dev.dmock.world.database.model.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/**
 * Reads and writes the table structures of a subtask's sync unit (the operations below
 * tasks/{name}/sources/{source}/schemas). Verified against v5.3.0 and v8.1.0.
 */
@Service
public class StructureService {

    private final Scheduler scheduler;
    private final SchemaTracker tracker;
    private final UpstreamTables upstream;

    StructureService(Scheduler scheduler, SchemaTracker tracker, UpstreamTables upstream) {
        this.scheduler = scheduler;
        this.tracker = tracker;
        this.upstream = upstream;
    }

    /**
     * Returns the schemas that the subtask knows.
     *
     * @throws dev.dmock.error.DmException 40070 without a worker; 49001 with 40054, 40051 or 40056 inside
     */
    public List<String> schemas(Draft draft, String task, String source) {
        Subtask subtask = paused(draft, task, source);
        Set<String> known = new TreeSet<>(tracker.schemas(draft, subtask));
        if (draft.has(Trait.STRUCTURES_ALWAYS_OPEN)) {
            upstream.all(draft, subtask).forEach(table -> known.add(table.schema()));
        }
        return List.copyOf(known);
    }

    /**
     * Returns the tables of a schema that the subtask knows.
     *
     * @throws dev.dmock.error.DmException as {@link #schemas}; 49001 with 44015 inside for an unknown schema
     */
    public List<String> tables(Draft draft, String task, String source, String schema) {
        Subtask subtask = paused(draft, task, source);
        Set<String> known = new TreeSet<>();
        tracker.tables(draft, subtask).stream()
                .filter(t -> tracker.isSame(draft, subtask, t.table().schema(), schema))
                .forEach(t -> known.add(t.table().table()));
        if (draft.has(Trait.STRUCTURES_ALWAYS_OPEN)) {
            upstream.all(draft, subtask).stream()
                    .filter(t -> t.schema().equals(schema))
                    .forEach(t -> known.add(t.table()));
        }
        if (known.isEmpty() && !knowsSchema(draft, subtask, schema)) {
            throw wrapped(DmError.of(DmCode.SCHEMA_TRACKER_UN_SCHEMA_NOT_EXIST, schema));
        }
        return List.copyOf(known);
    }

    /**
     * Returns the CREATE TABLE statement of a table on one line, in TiDB's spelling.
     *
     * @throws dev.dmock.error.DmException as {@link #schemas}; 49001 for an unknown table
     */
    public String structure(Draft draft, String task, String source, TableName table) {
        Subtask subtask = paused(draft, task, source);
        TableName spelled = spelling(draft, subtask, table);
        Optional<KnownStructure> known = tracker.shown(draft, subtask, spelled);
        if (known.isPresent()) {
            TableStructure structure = known.get().structure();
            // v8 prints its checkpoint, which has no AUTO_INCREMENT value
            return text(
                    draft,
                    spelled,
                    draft.has(Trait.DUMP_TRACKED) ? structure.withAutoIncrement(0) : structure,
                    known.get().clustered());
        }
        if (draft.has(Trait.STRUCTURES_ALWAYS_OPEN)) {
            return upstream.structure(draft, subtask, table)
                    .map(structure -> text(draft, table, Structures.toTidb(structure), true))
                    .orElseThrow(() -> wrapped(unknownTable(table)));
        }
        if (!draft.has(Trait.DUMP_TRACKED)) {
            throw wrapped(unknownTable(table));
        }
        try {
            Table target = upstream.target(draft, subtask, table);
            boolean asRouted =
                    target.name().equals(subtask.rules().target(table).table());
            // the name is replaced only if the target table has exactly the name that the routing rules give
            return text(draft, asRouted ? table : target.tableName(), target.structure(), true);
        } catch (DatabaseException e) {
            String query = "SHOW CREATE TABLE " + subtask.rules().target(table).quoted();
            String cause = e.error().text(draft.settings().api().generation());
            throw wrapped(DmError.of(DmCode.DB_QUERY_FAILED, query)
                    .withScope("downstream")
                    .causedBy(cause));
        } catch (DmException e) {
            throw wrapped(e.error());
        }
    }

    /** Returns the table's spelling: v5's tracker ignores case, v8's checkpoint does not. */
    private TableName spelling(Draft draft, Subtask subtask, TableName table) {
        return draft.has(Trait.DUMP_TRACKED) ? table : tracker.spelling(draft, subtask, table);
    }

    private static String text(Draft draft, TableName table, TableStructure structure, boolean clustered) {
        Clustering unsaid = clustered ? Clustering.CLUSTERED : Clustering.NONCLUSTERED;
        return Structures.oneLine(Structures.tidb(
                table.table(), structure, unsaid, draft.settings().api().generation()));
    }

    /**
     * Sets the structure of a table; the table name in the statement is ignored.
     *
     * @param flush whether v5 also writes the structure to the checkpoint
     * @throws dev.dmock.error.DmException as {@link #schemas}; 49001 with 44009 inside for anything but one CREATE
     *     TABLE, 44003 or 44010 for a statement that cannot be executed, after which v5 has still lost the table's
     *     earlier structure
     */
    public void set(Draft draft, String task, String source, TableName table, String sql, boolean flush) {
        Subtask subtask = paused(draft, task, source);
        TableName spelled = spelling(draft, subtask, table);
        try {
            TableStructure structure = parse(draft, subtask, table, sql);
            if (!spelled.equals(table)) {
                tracker.remove(draft, subtask, spelled);
            }
            tracker.set(draft, subtask, table, structure, flush);
        } catch (DatabaseException e) {
            if (e.error().code() != 0 && !draft.has(Trait.DUMP_TRACKED)) {
                tracker.remove(draft, subtask, spelled);
            }
            throw wrapping(TrackerErrors.refused(draft, table, sql, e.error())).afterTheFact();
        }
    }

    /** Parses one CREATE TABLE statement; v5's tracker resolves LIKE with the tables that it knows. */
    private TableStructure parse(Draft draft, Subtask subtask, TableName table, String sql) {
        Optional<TableStructure> read =
                Structures.read(sql, draft.settings().api().generation());
        if (read.isPresent()) {
            return read.get();
        }
        Optional<TableName> other =
                draft.has(Trait.DUMP_TRACKED) ? Optional.empty() : Structures.copied(sql, table.schema());
        if (!draft.has(Trait.DUMP_TRACKED) && Structures.selects(sql)) {
            throw TrackerErrors.SELECTS.asException();
        }
        TableName copied =
                other.orElseThrow(() -> wrapped(DmError.of(DmCode.SCHEMA_TRACKER_INVALID_CREATE_TABLE_STMT, sql)));
        return tracker.find(draft, subtask, tracker.spelling(draft, subtask, copied))
                .map(KnownStructure::structure)
                .orElseThrow(() -> DatabaseErrors.noSuchTable(copied).asException());
    }

    /**
     * Removes the structure of a table; in v8 a stored structure reappears at once.
     *
     * @throws dev.dmock.error.DmException as {@link #schemas}; v5: 49001 for an unknown table or schema
     */
    public void remove(Draft draft, String task, String source, TableName table) {
        Subtask subtask = paused(draft, task, source);
        if (draft.has(Trait.DUMP_TRACKED)) {
            return;
        }
        TableName spelled = spelling(draft, subtask, table);
        boolean known = tracker.find(draft, subtask, spelled).isPresent()
                || (draft.has(Trait.STRUCTURES_ALWAYS_OPEN)
                        && upstream.structure(draft, subtask, table).isPresent());
        if (!known) {
            throw wrapped(
                    knowsSchema(draft, subtask, table.schema())
                            ? unknownTable(table)
                            : DmError.plain("[schema:1049]Unknown database '" + table.schema() + "'"));
        }
        tracker.remove(draft, subtask, spelled);
    }

    private boolean knowsSchema(Draft draft, Subtask subtask, String schema) {
        return tracker.schemas(draft, subtask).stream()
                .anyMatch(known -> tracker.isSame(draft, subtask, known, schema));
    }

    /** Rejects the operation if no worker holds the source. */
    public void requireWorker(Draft draft, String source) {
        if (scheduler.workerOf(draft, source).isEmpty()) {
            throw DmError.of(DmCode.WORKER_NO_START).asException();
        }
    }

    /** Returns the subtask, which must be paused unless the version accepts any stage. */
    private Subtask paused(Draft draft, String task, String source) {
        Subtask subtask = require(draft, task, source);
        if (subtask.stage() != Stage.PAUSED && !draft.has(Trait.STRUCTURES_ALWAYS_OPEN)) {
            throw wrongStage(subtask);
        }
        if ((subtask.unit() != Unit.SYNC || subtask.lacksUnits()) && !draft.has(Trait.STRUCTURES_ALWAYS_OPEN)) {
            throw wrongUnit(draft, subtask);
        }
        return subtask;
    }

    Subtask require(Draft draft, String task, String source) {
        requireWorker(draft, source);
        return draft.find(Subtask.KIND, task, source)
                .orElseThrow(() -> wrapped(DmError.of(DmCode.WORKER_SUB_TASK_NOT_FOUND, task)));
    }

    static RuntimeException wrongStage(Subtask subtask) {
        return wrapped(
                DmError.of(DmCode.WORKER_NOT_PAUSED_STAGE, subtask.stage().label()));
    }

    /** A worker panics if it is asked for the unit of a subtask without units. */
    static RuntimeException wrongUnit(Draft draft, Subtask subtask) {
        if (subtask.lacksUnits()) {
            boolean v5 = draft.settings().api().generation() == Generation.V5;
            return DmError.of(DmCode.MASTER_GRPC_REQUEST_ERROR)
                    .causedBy("rpc error: code = Unavailable desc = "
                            + (v5 ? "transport is closing" : "error reading from server: EOF"))
                    .asException();
        }
        return wrapped(
                DmError.of(DmCode.WORKER_OPER_SYNC_UNIT_ONLY, subtask.unit().label()));
    }

    private static DmError unknownTable(TableName table) {
        return DmError.plain("[schema:1146]Table '" + table.schema() + "." + table.table() + "' doesn't exist");
    }

    /** Wraps an error of the worker as DM-master does. */
    static RuntimeException wrapped(DmError inner) {
        return wrapping(inner).asException();
    }

    private static DmError wrapping(DmError inner) {
        return DmError.of(DmCode.OPEN_API_COMMON).message("%s", inner);
    }
}
