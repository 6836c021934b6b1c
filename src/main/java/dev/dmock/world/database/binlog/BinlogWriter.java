package dev.dmock.world.database.binlog;

import dev.dmock.sql.token.DatabaseError;
import dev.dmock.world.database.model.Binlog;
import dev.dmock.world.database.model.BinlogCopy;
import dev.dmock.world.database.model.BinlogEvent;
import dev.dmock.world.database.model.BinlogPosition;
import dev.dmock.world.database.model.EventSizes;
import dev.dmock.world.database.model.RowChange;
import dev.dmock.world.database.model.Server;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.TableChanges;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends a server's changes to its binlog. */
public final class BinlogWriter {

    private final ServerStore store;

    public BinlogWriter(ServerStore store) {
        this.store = store;
    }

    /**
     * A part of a transaction.
     *
     * @param schema the selected schema
     * @param statement the statement if it is logged itself; null for rows
     * @param rows the row changes, if they are logged
     */
    public record Part(
            String schema,
            @Nullable String statement,
            @Nullable TableChanges rows) {

        public static Part statement(String schema, String sql) {
            return new Part(schema, sql, null);
        }

        public static Part rows(String schema, TableChanges rows) {
            return new Part(schema, null, rows);
        }
    }

    /** Logs a statement about structures or accounts. */
    public void statement(String schema, String sql) {
        Server server = store.server();
        if (server.logs()) {
            long size = EventSizes.statement(server.hasGtids(), schema, sql);
            append(size, true, schema, "", sql, List.of(), List.of(), false);
        }
    }

    /**
     * Logs a transaction; an empty one is not logged.
     *
     * @param rowImage the value of binlog_row_image
     */
    public void transaction(List<Part> parts, String rowImage) {
        Server server = store.server();
        if (!server.logs()) {
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean first = i == 0;
            long size = first ? EventSizes.begin(server.hasGtids(), part.schema()) : 0;
            size += i == parts.size() - 1 ? EventSizes.XID : 0;
            TableChanges rows = part.rows();
            String statement = part.statement();
            if (rows != null) {
                append(
                        size + EventSizes.rows(rows),
                        first,
                        rows.table().schema(),
                        rows.table().table(),
                        null,
                        rows.structure().columnNames(),
                        rows.changes(),
                        RowImages.lackColumns(rowImage, rows));
            } else if (statement != null) {
                long length = size + EventSizes.query(part.schema(), statement);
                append(length, first, part.schema(), "", statement, List.of(), List.of(), false);
            }
        }
    }

    private void append(
            long size,
            boolean begins,
            String schema,
            String table,
            @Nullable String statement,
            List<String> columns,
            List<RowChange> changes,
            boolean partial) {
        Server server = store.server();
        BinlogPosition start = server.binlog().position();
        boolean gtid = server.hasGtids();
        Binlog after = server.binlog().grown(size, gtid && begins);
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
                changes,
                partial));
    }

    public void rotate() {
        store.put(store.server()
                .withBinlog(store.server().binlog().rotated(store.draft().now())));
    }

    /** Removes the files before this one; error 1373 if it does not exist. */
    public void purge(String file) {
        Server server = store.server();
        if (!server.binlog().has(file)) {
            throw new DatabaseError(1373, "HY000", "Target log not found in binlog index").asException();
        }
        store.put(server.withBinlog(server.binlog().purgedTo(file)));
        if (!store.draft().under(BinlogCopy.KIND, server.address()).isEmpty()) {
            return;
        }
        for (BinlogEvent event : store.events()) {
            if (event.file().compareTo(file) < 0) {
                store.remove(event);
            }
        }
    }

    /** Restarts with an empty first file. */
    public void reset(Binlog begin) {
        store.put(store.server().withBinlog(begin));
        store.events().forEach(store::remove);
    }
}
