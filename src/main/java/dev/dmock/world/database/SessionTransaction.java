package dev.dmock.world.database;

import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.world.database.binlog.BinlogWriter;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.TableChanges;
import dev.dmock.world.database.row.StatementRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The transaction of a session: its changes are logged in the binlog together, or rolled back. */
final class SessionTransaction {

    private final ServerStore store;
    private final BinlogWriter binlog;
    private final SessionSettings settings;
    private final List<TableChanges> changes = new ArrayList<>();
    private final List<BinlogWriter.Part> parts = new ArrayList<>();
    private boolean open;
    /** The id of the open XA transaction, null for none. */
    private @Nullable String xid;

    private String xaState = "ACTIVE";

    SessionTransaction(ServerStore store, BinlogWriter binlog, SessionSettings settings) {
        this.store = store;
        this.binlog = binlog;
        this.settings = settings;
    }

    /** Records the rows that a statement changed. */
    void changed(String schema, String sql, List<TableChanges> done) {
        changes.addAll(done);
        boolean byRow = settings.get("binlog_format").equals("ROW");
        if (!done.isEmpty() && !byRow) {
            parts.add(BinlogWriter.Part.statement(schema, sql));
        } else {
            done.forEach(table -> parts.add(BinlogWriter.Part.rows(schema, table)));
        }
        if (xid == null && !open && settings.isOn("autocommit")) {
            commit();
        }
    }

    /** Throws error 1399 if the state of the XA transaction forbids the statement. */
    void requireXa(boolean changesRows) {
        if (xid != null && !(changesRows && xaState.equals("ACTIVE"))) {
            throw wrongXaState().asException();
        }
    }

    private DatabaseError wrongXaState() {
        return new DatabaseError(
                1399,
                "XAE07",
                "XAER_RMFAIL: The command cannot be executed when global transaction is in the  "
                        + (xid == null ? "NON-EXISTING" : xaState) + " state");
    }

    void control(Statement.Control control) {
        requireXa(false);
        if (control == Statement.Control.ROLLBACK) {
            rollback();
        } else {
            commit();
            open = control == Statement.Control.BEGIN;
        }
    }

    void control(Statement.Xa statement) {
        switch (statement.control()) {
            case BEGIN -> {
                if (xid != null) {
                    throw wrongXaState().asException();
                }
                if (open || !changes.isEmpty()) {
                    throw new DatabaseError(1400, "XAE09", "XAER_OUTSIDE: Some work is done outside global transaction")
                            .asException();
                }
                xid = statement.xid();
                xaState = "ACTIVE";
            }
            case END -> advance(statement.xid(), "ACTIVE", "IDLE");
            case PREPARE -> advance(statement.xid(), "IDLE", "PREPARED");
            case COMMIT -> {
                advance(statement.xid(), statement.onePhase() ? "IDLE" : "PREPARED", "");
                xid = null;
                commit();
            }
            case ROLLBACK -> {
                advance(statement.xid(), xaState.equals("IDLE") ? "IDLE" : "PREPARED", "");
                xid = null;
                rollback();
            }
        }
    }

    private void advance(String wanted, String from, String to) {
        if (!wanted.equals(xid)) {
            throw new DatabaseError(1397, "XAE04", "XAER_NOTA: Unknown XID").asException();
        }
        if (!xaState.equals(from)) {
            throw wrongXaState().asException();
        }
        xaState = to;
    }

    void commit() {
        if (settings.isOn("sql_log_bin")) {
            binlog.transaction(parts, settings.get("binlog_row_image"));
        }
        clear();
    }

    /** Rolls back uncommitted changes, as the server does when a connection closes. */
    void rollback() {
        StatementRows.undo(store, changes);
        clear();
    }

    private void clear() {
        changes.clear();
        parts.clear();
        open = false;
    }
}
