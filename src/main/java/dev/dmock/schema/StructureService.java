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
 * Reads and writes the structures that a subtask's sync unit knows (the operations below
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
     * The schemas that the subtask knows.
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
     * The tables of a schema that the subtask knows.
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
     * The CREATE TABLE statement of a table on one line, in TiDB's spelling.
     *
     * @throws dev.dmock.error.DmException as {@link #schemas}; 49001 for an unknown table
     */
    public String structure(Draft draft, String task, String source, TableName table) {
        Subtask subtask = paused(draft, task, source);
        TableName spelled = spelling(draft, subtask, table);
        Optional<KnownStructure> known = tracker.shown(draft, subtask, spelled);
        if (known.isPresent()) {
            TableStructure structure = known.get().structure();
            // v8 prints what is in its checkpoint, where nobody counts
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
            // the name is replaced only where the target has the very one that the rules say
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

    /** The operations ask v5's tracker, which disregards case, and v8's checkpoint, which does not. */
    private TableName spelling(Draft draft, Subtask subtask, TableName table) {
        return draft.has(Trait.DUMP_TRACKED) ? table : tracker.spelling(draft, subtask, table);
    }

    private static String text(Draft draft, TableName table, TableStructure structure, boolean clustered) {
        Clustering unsaid = clustered ? Clustering.CLUSTERED : Clustering.NONCLUSTERED;
        return Structures.oneLine(Structures.tidb(
                table.table(), structure, unsaid, draft.settings().api().generation()));
    }

    /**
     * Sets the structure of a table; the table's name in the statement does not count.
     *
     * @param flush whether v5 writes it into the checkpoint, too
     * @throws dev.dmock.error.DmException as {@link #schemas}; 49001 with 44009 inside for anything but one CREATE TABLE,
     *     44003 or 44010 for one that cannot be executed: what v5 knew of the table is forgotten all the same
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

    /** Reads one CREATE TABLE; v5's tracker can make a table like another one that it knows. */
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
     * Forgets the structure of a table; in v8 one that was kept comes back at once.
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

    /** Refuses what needs a worker where there is none. */
    public void requireWorker(Draft draft, String source) {
        if (scheduler.workerOf(draft, source).isEmpty()) {
            throw DmError.of(DmCode.WORKER_NO_START).asException();
        }
    }

    /** The subtask, which has to be paused unless the version does not mind. */
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

    /** A worker that is asked for the unit of a subtask that has none breaks down over the question. */
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

    /** An error of the worker, as DM-master passes it on. */
    static RuntimeException wrapped(DmError inner) {
        return wrapping(inner).asException();
    }

    private static DmError wrapping(DmError inner) {
        return DmError.of(DmCode.OPEN_API_COMMON).message("%s", inner);
    }
}
