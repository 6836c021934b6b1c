package dev.dmock.schema;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.TableName;
import dev.dmock.version.Generation;

/** Says what the schema tracker, a part of TiDB inside the worker, has against a table. */
final class TrackerErrors {

    /** What v5's tracker says of CREATE TABLE … SELECT. */
    static final DatabaseError SELECTS =
            new DatabaseError(1105, "HY000", "'CREATE TABLE ... SELECT' is not implemented yet");

    private TrackerErrors() {}

    /**
     * Why the statement is not taken as a table's structure: 44009 if it cannot be read, else 44003 (v5) or 44010 (v8,
     * which builds the structure without the tracker).
     */
    static DmError refused(Draft draft, TableName table, String sql, DatabaseError error) {
        if (error.code() == 0) {
            return DmError.of(DmCode.SCHEMA_TRACKER_INVALID_CREATE_TABLE_STMT, sql)
                    .causedBy(error.message());
        }
        DmError refused = draft.settings().api().generation() == Generation.V8
                ? DmError.of(DmCode.SCHEMA_TRACKER_RESTORE_STMT_FAIL)
                : DmError.of(DmCode.SCHEMA_TRACKER_CANNOT_CREATE_TABLE, table.quoted());
        return refused.causedBy(error.equals(SELECTS) ? error.message() : error.inTidb());
    }
}
