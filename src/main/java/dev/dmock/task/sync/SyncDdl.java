package dev.dmock.task.sync;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.unit.SchemaTracker;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Applies a DDL to the schema tracker and the target. */
@Component
class SyncDdl {

    /** TiDB's errors for a DDL that is already in effect. */
    private static final Set<Integer> IN_EFFECT = Set.of(1007, 1008, 1050, 1051, 1060, 1061, 1091);
    /** Other target errors that v8 ignores: unknown columns, keys and partitions, a second primary key. */
    private static final Set<Integer> IGNORED_TARGET_ERRORS = Set.of(1054, 1068, 1176, 1507, 1517);
    /** Tracker errors that v8 ignores. */
    private static final Set<Integer> IGNORED_TRACKER_ERRORS = Set.of(1007, 1008, 1051, 1091);

    private final SchemaTracker tracker;

    SyncDdl(SchemaTracker tracker) {
        this.tracker = tracker;
    }

    /** Applies the operations of one statement: tracks all of them before it executes the first. */
    void execute(Draft draft, Subtask subtask, List<DdlOperation> ddls, DatabaseSession downstream) {
        ddls.forEach(ddl -> track(draft, subtask, ddl, downstream));
        ddls.forEach(ddl -> run(draft, downstream, subtask, ddl));
        ddls.forEach(ddl -> handled(draft, subtask, ddl));
        tracker.flush(draft, subtask);
    }

    /** Saves a table's checkpoint after a DDL that changes its structure without dropping it. */
    private void handled(Draft draft, Subtask subtask, DdlOperation ddl) {
        TableName table = ddl.tables().get(0);
        switch (ddl.change()) {
            case DROP_DATABASE, DROP_TABLE, TRUNCATE_TABLE, CREATE_DATABASE, ALTER_DATABASE -> {
                // has no table checkpoint, or no longer has one
            }
            default -> tracker.handled(draft, subtask, table);
        }
    }

    /**
     * Tracks a DDL.
     *
     * @throws UnitFailure 44006 if the tracker rejects it, even if it is already in effect, unless the error is ignored
     */
    void track(Draft draft, Subtask subtask, DdlOperation ddl, DatabaseSession downstream) {
        try {
            tracker.track(draft, subtask, ddl, downstream);
        } catch (DatabaseException e) {
            int code = e.error().code();
            boolean lenient = draft.has(Trait.TRACKER_LENIENT);
            if (lenient && IGNORED_TRACKER_ERRORS.contains(code)) {
                return;
            }
            throw new UnitFailure(DmError.of(DmCode.SCHEMA_TRACKER_CANNOT_EXEC_DDL, ddl.restore())
                    .causedBy(e.error().inTidb()));
        }
    }

    /** Tracks a DDL that the task's filters skip; ignores tracker errors. */
    void trackLeftOut(Draft draft, Subtask subtask, DdlOperation ddl, TableName leftOut, DatabaseSession downstream) {
        try {
            tracker.track(draft, subtask, ddl, downstream);
        } catch (DatabaseException | UnitFailure e) {
            // DM logs it and continues
        }
        if (draft.has(Trait.TRACKER_LENIENT)) {
            tracker.handled(draft, subtask, leftOut);
        }
    }

    /** Tracks a DDL on a known table, which may already have it. */
    void follow(Draft draft, Subtask subtask, DdlOperation ddl) {
        try {
            tracker.follow(draft, subtask, ddl);
        } catch (DatabaseException e) {
            if (!IN_EFFECT.contains(e.error().code())) {
                throw e;
            }
        }
    }

    /**
     * Executes a DDL on the target; ignores errors of one already in effect.
     *
     * @throws UnitFailure 10006 if the target rejects it
     */
    static void run(Draft draft, DatabaseSession downstream, Subtask subtask, DdlOperation ddl) {
        String statement = ddl.restore(subtask.rules()::target);
        try {
            downstream.execute("", statement);
        } catch (DatabaseException e) {
            int code = e.error().code();
            boolean ignored = draft.has(Trait.TRACKER_LENIENT) && IGNORED_TARGET_ERRORS.contains(code);
            if (!ignored && !IN_EFFECT.contains(code)) {
                throw UnitFailure.refused(SyncErrors.ddl(draft, statement, e));
            }
        }
    }

    /** Returns the structure after the DDL; empty if the DDL was in effect before the table was tracked. */
    static Optional<TableStructure> effect(Draft draft, Subtask subtask, DdlOperation ddl, TableStructure before) {
        try {
            return SchemaTracker.effect(draft, subtask, ddl, before);
        } catch (DatabaseException e) {
            if (IN_EFFECT.contains(e.error().code())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
