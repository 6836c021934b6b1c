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

/** Repeats a DDL: in what is known of the source's tables, and on the target. */
@Component
class SyncDdl {

    /** What TiDB says of a DDL whose effect is there already. */
    private static final Set<Integer> IN_EFFECT = Set.of(1007, 1008, 1050, 1051, 1060, 1061, 1091);
    /** What v8 passes over besides when the target says it: unknown columns, keys and partitions, a second primary key. */
    private static final Set<Integer> PASSED_OVER = Set.of(1054, 1068, 1176, 1507, 1517);
    /** What v8 passes over when the tracker says it. */
    private static final Set<Integer> TRACKER_PASSES_OVER = Set.of(1007, 1008, 1051, 1091);

    private final SchemaTracker tracker;

    SyncDdl(SchemaTracker tracker) {
        this.tracker = tracker;
    }

    /** Repeats the operations of one statement: all are followed before the first is executed. */
    void execute(Draft draft, Subtask subtask, List<DdlOperation> ddls, DatabaseSession downstream) {
        ddls.forEach(ddl -> track(draft, subtask, ddl, downstream));
        ddls.forEach(ddl -> run(draft, downstream, subtask, ddl));
        ddls.forEach(ddl -> handled(draft, subtask, ddl));
        tracker.flush(draft, subtask);
    }

    /** The checkpoint of a table is saved behind a DDL that changes its structure and leaves it there. */
    private void handled(Draft draft, Subtask subtask, DdlOperation ddl) {
        TableName table = ddl.tables().get(0);
        switch (ddl.change()) {
            case DROP_DATABASE, DROP_TABLE, TRUNCATE_TABLE, CREATE_DATABASE, ALTER_DATABASE -> {
                // has no table point, or none any more
            }
            default -> tracker.handled(draft, subtask, table);
        }
    }

    /**
     * Follows a DDL.
     *
     * @throws UnitFailure 44006 if the tracker refuses it, also since it is in effect already, unless that is passed over
     */
    void track(Draft draft, Subtask subtask, DdlOperation ddl, DatabaseSession downstream) {
        try {
            tracker.track(draft, subtask, ddl, downstream);
        } catch (DatabaseException e) {
            int code = e.error().code();
            boolean lenient = draft.has(Trait.TRACKER_LENIENT);
            if (lenient && TRACKER_PASSES_OVER.contains(code)) {
                return;
            }
            throw new UnitFailure(DmError.of(DmCode.SCHEMA_TRACKER_CANNOT_EXEC_DDL, ddl.restore())
                    .causedBy(e.error().inTidb()));
        }
    }

    /** Follows a DDL that the task's filters leave out; what the tracker cannot follow is passed over. */
    void trackLeftOut(Draft draft, Subtask subtask, DdlOperation ddl, TableName leftOut, DatabaseSession downstream) {
        try {
            tracker.track(draft, subtask, ddl, downstream);
        } catch (DatabaseException | UnitFailure e) {
            // DM logs it and goes on
        }
        if (draft.has(Trait.TRACKER_LENIENT)) {
            tracker.handled(draft, subtask, leftOut);
        }
    }

    /** Follows a DDL on a table that is known, which may have it already. */
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
     * Executes a DDL on the target; that it is in effect already is no harm.
     *
     * @throws UnitFailure 10006 if the target refuses it
     */
    static void run(Draft draft, DatabaseSession downstream, Subtask subtask, DdlOperation ddl) {
        String statement = ddl.restore(subtask.rules()::target);
        try {
            downstream.execute("", statement);
        } catch (DatabaseException e) {
            int code = e.error().code();
            boolean passedOver = draft.has(Trait.TRACKER_LENIENT) && PASSED_OVER.contains(code);
            if (!passedOver && !IN_EFFECT.contains(code)) {
                throw UnitFailure.refused(SyncErrors.ddl(draft, statement, e));
            }
        }
    }

    /** The structure with the DDL; empty if it had that effect before the table was known. */
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
