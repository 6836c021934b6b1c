package dev.dmock.schema;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.TableName;
import dev.dmock.version.Generation;

/** Errors of the schema tracker, a part of TiDB inside the worker, for invalid tables. */
final class TrackerErrors {

    /** The error of v5's tracker for CREATE TABLE … SELECT. */
    static final DatabaseError SELECTS =
            new DatabaseError(1105, "HY000", "'CREATE TABLE ... SELECT' is not implemented yet");

    private TrackerErrors() {}

    /**
     * Returns why the tracker rejects the statement as a table's structure: 44009 if it cannot be parsed, otherwise
     * 44003 (v5) or 44010 (v8, which builds the structure without the tracker).
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
