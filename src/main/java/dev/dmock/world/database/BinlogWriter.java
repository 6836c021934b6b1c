package dev.dmock.world.database;

import dev.dmock.world.sql.DatabaseError;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends what a server did to its binlog. */
final class BinlogWriter {

    private final ServerStore store;

    BinlogWriter(ServerStore store) {
        this.store = store;
    }

    /** A statement about structures or accounts. */
    void statement(String schema, String sql) {
        Server server = store.server();
        if (server.logs()) {
            append(EventSizes.statement(server.hasGtids(), schema, sql), schema, "", sql, List.of(), List.of());
        }
    }

    /** Changes of rows, or the statement that made them, as the format of the binlog is; nothing if there are none. */
    void rows(String schema, String sql, TableName table, TableStructure structure, List<RowChange> changes) {
        Server server = store.server();
        if (!server.logs() || changes.isEmpty()) {
            return;
        }
        boolean byRow = sql.isEmpty() || "ROW".equals(Variables.get(server, "binlog_format"));
        if (byRow) {
            long size = EventSizes.rows(server.hasGtids(), schema, table, structure, changes);
            append(size, table.schema(), table.table(), null, structure.columnNames(), List.copyOf(changes));
        } else {
            append(EventSizes.wrapped(server.hasGtids(), schema, sql), schema, "", sql, List.of(), List.of());
        }
    }

    private void append(
            long size,
            String schema,
            String table,
            @Nullable String statement,
            List<String> columns,
            List<RowChange> changes) {
        Server server = store.server();
        BinlogPosition start = server.binlog().position();
        boolean gtid = server.hasGtids();
        Binlog after = server.binlog().grown(size, gtid);
        store.put(server.withBinlog(after));
        store.put(new BinlogEvent(
                server.address(),
                after.sequence(),
                start.file(),
                start.position(),
                start.position() + size,
                gtid ? server.uuid() + ":" + after.transactions() : "",
                store.draft().now(),
                schema,
                table,
                statement,
                columns,
                changes));
    }

    void rotate() {
        store.put(store.server().withBinlog(store.server().binlog().rotated()));
    }

    /** Removes the files before this one; error 1373 if there is no such file. */
    void purge(String file) {
        Server server = store.server();
        if (!server.binlog().has(file)) {
            throw new DatabaseError(1373, "HY000", "Target log not found in binlog index").asException();
        }
        store.put(server.withBinlog(server.binlog().purgedTo(file)));
        for (BinlogEvent event : store.events()) {
            if (event.file().compareTo(file) < 0) {
                store.remove(event);
            }
        }
    }

    /** Begins with an empty first file again, as if nothing had been written. */
    void reset(Binlog begin) {
        store.put(store.server().withBinlog(begin));
        store.events().forEach(store::remove);
    }
}
