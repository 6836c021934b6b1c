package dev.dmock.task.unit;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.source.Source;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.BinlogPlace;
import dev.dmock.task.model.DumpFile;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.unit.UnitFaults.Trouble;
import dev.dmock.version.Generation;
import dev.dmock.world.database.model.BinlogEvent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Raises the failures of injected faults, with the error texts of DM and of the databases. */
@Component
public class UnitFaultInjector {

    private static final String READ_ERROR = "ERROR 1236 (HY000): ";
    public static final String FILE_GONE = READ_ERROR + "Could not find first log file name in binary log index file";
    private static final String GTIDS_PURGED = READ_ERROR
            + "The slave is connecting using CHANGE MASTER TO MASTER_AUTO_POSITION = 1, but the master has purged"
            + " binary logs containing GTIDs that the slave requires.";
    private static final String MORE_GTIDS = READ_ERROR
            + "Slave has more GTIDs than the master has, using the master's SERVER_UUID. This may indicate that the end"
            + " of the binary log was truncated or that the last binary log file was lost, e.g., after a power or disk"
            + " failure when sync_binlog != 1. The master may or may not have rolled back transactions that were already"
            + " replicated to the slave. Suggest to replicate any transactions that master has rolled back from slave to"
            + " master, and/or commit empty transactions on master to account for transactions that have been committed"
            + " on master but are not included in GTID_EXECUTED.";

    private final UnitFaults disturbance;

    UnitFaultInjector(UnitFaults disturbance) {
        this.disturbance = disturbance;
    }

    /** Applies faults when the dump unit writes its files. */
    public void dumping(Draft draft, Subtask subtask, Optional<TableName> first) {
        strike(draft, subtask, Trouble.DISK_FULL, null).ifPresent(any -> {
            String file = first.map(t -> "/" + t.schema() + "." + t.table() + ".0000000000000.sql")
                    .orElse("/metadata");
            String path = subtask.config().load().dir() + "." + subtask.task() + file;
            throw new UnitFailure(dumpError("write " + path + ": no space left on device"));
        });
    }

    public static DmError dumpError(String cause) {
        return DmError.of(DmCode.DUMP_UNIT_RUNTIME, "").causedBy(cause);
    }

    /** Applies faults when the sync unit reads the binlog. */
    public void reading(Draft draft, Subtask subtask) {
        boolean byGtid = draft.get(Source.KIND, subtask.source()).enableGtid();
        strike(draft, subtask, Trouble.BINLOG_PURGED, null).ifPresent(any -> {
            throw new UnitFailure(readError(byGtid ? GTIDS_PURGED : FILE_GONE));
        });
        if (byGtid) {
            strike(draft, subtask, Trouble.GTID_MISMATCH, null).ifPresent(any -> {
                throw new UnitFailure(readError(MORE_GTIDS));
            });
        }
    }

    public static DmError readError(String text) {
        return DmError.of(DmCode.SYNCER_GET_EVENT, text);
    }

    /** Applies faults when the load unit writes a table with rows. */
    public void loading(Draft draft, Subtask subtask, DumpFile file) {
        strike(draft, subtask, Trouble.DUPLICATE_IN_LOAD, file.table()).ifPresent(any -> {
            List<String> columns = file.structure().columnNames();
            throw duplicate(
                            subtask,
                            file.table(),
                            file.structure(),
                            columns,
                            file.rows().get(0))
                    .asException();
        });
    }

    /** Applies faults before the sync unit inserts a row. */
    public void inserting(
            Draft draft, Subtask subtask, BinlogEvent event, TableStructure structure, List<@Nullable String> row) {
        TableName table = new TableName(event.schema(), event.table());
        strike(draft, subtask, Trouble.DUPLICATE_IN_SYNC, table).ifPresent(any -> {
            throw duplicate(subtask, table, structure, event.columns(), row).asException();
        });
    }

    private static DatabaseError duplicate(
            Subtask subtask,
            TableName table,
            TableStructure structure,
            List<String> columns,
            List<@Nullable String> row) {
        Optional<Index> key = structure
                .primaryKey()
                .or(() -> structure.indexes().stream()
                        .filter(i -> i.kind() == Index.Kind.UNIQUE)
                        .findFirst());
        List<String> keyColumns = key.map(
                        k -> k.parts().stream().map(Index.Part::column).toList())
                .orElse(columns.subList(0, 1));
        String entry = keyColumns.stream()
                .map(columns::indexOf)
                .map(i -> i < 0 ? "" : Objects.requireNonNullElse(row.get(i), "NULL"))
                .collect(Collectors.joining("-"));
        String target = subtask.rules().target(table).table();
        return DatabaseErrors.duplicateEntry(
                Dialect.TIDB, entry, target, key.map(Index::name).orElse(Index.PRIMARY));
    }

    /** Applies faults before the sync unit executes a DDL: v5 fails in the tracker, v8 at the target. */
    public void executing(Draft draft, Subtask subtask, BinlogEvent event, DdlOperation ddl) {
        strike(draft, subtask, Trouble.UNSUPPORTED_DDL, ddl.tables().get(0)).ifPresent(text -> {
            if (draft.settings().api().generation() == Generation.V8) {
                throw new DatabaseError(8200, "HY000", text).asException();
            }
            throw new UnitFailure(
                    DmError.of(DmCode.SCHEMA_TRACKER_CANNOT_EXEC_DDL, Objects.requireNonNull(event.statement()))
                            .annotated(BinlogPlace.of(event))
                            .causedBy("[ddl:8200]" + text));
        });
    }

    /** Applies faults when the sync unit reaches a pessimistic shard DDL. */
    public void sequencing(Draft draft, Subtask subtask, BinlogEvent event, TableName table, List<String> ddls) {
        strike(draft, subtask, Trouble.SHARD_CONFLICT, table).ifPresent(any -> {
            String item = "first-location: position: " + event.startPosition() + ", gtid-set:  ddls: [%s] source: "
                    + table.quoted();
            throw new UnitFailure(DmError.of(
                            DmCode.SYNC_UNIT_DDL_WRONG_SEQUENCE,
                            "[" + item.formatted(String.join(" ", ddls)) + "]",
                            "[" + item.formatted("") + "]")
                    .annotated(BinlogPlace.of(event)));
        });
    }

    /** Applies faults when the sync unit reaches an optimistic shard DDL. */
    public void joining(Draft draft, Subtask subtask, BinlogEvent event, DdlOperation ddl) {
        TableName table = ddl.tables().get(0);
        strike(draft, subtask, Trouble.SHARD_CONFLICT, table).ifPresent(any -> {
            throw new UnitFailure(shardConflict(subtask, event, ddl));
        });
    }

    public static DmError shardConflict(Subtask subtask, BinlogEvent event, DdlOperation ddl) {
        TableName target = subtask.rules().target(ddl.tables().get(0));
        List<String> ddls = List.of(ddl.restore(subtask.rules()::target));
        DmError lock = DmError.of(
                DmCode.SHARD_DDL_OPTIMISM_TRY_SYNC_FAIL,
                subtask.task() + "-" + target.quoted(),
                "there will be conflicts if DDLs [" + ddls.get(0) + "] are applied to the downstream");
        return DmError.of(DmCode.SYNCER_SHARD_DDL_CONFLICT, ddls, lock).annotated(BinlogPlace.of(event));
    }

    /** Returns the injected delay: per dump or load, or per transaction of the sync unit. */
    public Duration lag(Draft draft, Subtask subtask) {
        return disturbance.lag(draft, subtask);
    }

    private Optional<String> strike(Draft draft, Subtask subtask, Trouble trouble, @Nullable TableName table) {
        return disturbance.strike(draft, subtask, trouble, table);
    }
}
