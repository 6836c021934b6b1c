package dev.dmock.task;

import dev.dmock.space.Draft;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import dev.dmock.world.sql.Ddl;
import dev.dmock.world.sql.TableStructure;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Repeats a DDL: on the target, and in what is known of the source's tables. That it is in effect already is no harm. */
@Component
class SyncDdl {

    /** What TiDB says of a DDL whose effect is there already. */
    private static final Set<Integer> IN_EFFECT = Set.of(1007, 1008, 1050, 1060, 1061, 1091);

    private final Tracker tracker;

    SyncDdl(Tracker tracker) {
        this.tracker = tracker;
    }

    /** Repeats a DDL on both sides, of a database, of a table or of several. */
    void execute(Draft draft, Subtask subtask, Ddl ddl, Session downstream) {
        String schema = ddl.tables().get(0).schema();
        switch (ddl.change()) {
            case CREATE_DATABASE -> tracker.schemaMade(draft, subtask, schema);
            case DROP_DATABASE -> tracker.schemaGone(draft, subtask, schema);
            case CREATE_TABLE, DROP_TABLE -> {
                if (ddl.tables().size() > 1) {
                    tracker.copied(draft, subtask, ddl.tables(), downstream);
                } else {
                    follow(draft, subtask, ddl);
                }
            }
            case ALTER_DATABASE, TRUNCATE_TABLE -> {
                // changes no structure
            }
            default -> track(draft, subtask, ddl, downstream);
        }
        run(downstream, subtask, ddl);
    }

    /** Follows a DDL on a table that may not be known yet. */
    void track(Draft draft, Subtask subtask, Ddl ddl, Session downstream) {
        tracker.require(draft, subtask, ddl.tables().get(0), downstream);
        follow(draft, subtask, ddl);
    }

    /** Follows a DDL on a table that is known. */
    void follow(Draft draft, Subtask subtask, Ddl ddl) {
        unlessInEffect(() -> tracker.follow(draft, subtask, ddl));
    }

    /** Executes a DDL on the target. */
    static void run(Session downstream, Subtask subtask, Ddl ddl) {
        unlessInEffect(() -> downstream.execute("", ddl.restore(subtask.rules()::target)));
    }

    /** The structure with the DDL; empty if it had that effect before the table was known. */
    static Optional<TableStructure> effect(Ddl ddl, TableStructure before) {
        try {
            return ddl.applyTo(before);
        } catch (DatabaseException e) {
            if (IN_EFFECT.contains(e.error().code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void unlessInEffect(Runnable change) {
        try {
            change.run();
        } catch (DatabaseException e) {
            if (!IN_EFFECT.contains(e.error().code())) {
                throw e;
            }
        }
    }
}
