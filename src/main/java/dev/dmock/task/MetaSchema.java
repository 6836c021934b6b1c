package dev.dmock.task;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.task.unit.UnitConnections;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;
import java.util.List;
import org.springframework.stereotype.Component;

/** Removes DM's own tables downstream, and so the checkpoints that are in them. */
@Component
class MetaSchema {

    private static final List<String> OF_V5 =
            List.of("loader_checkpoint", "syncer_checkpoint", "syncer_sharding_meta", "onlineddl");
    private static final List<String> OF_V8 = List.of(
            "loader_checkpoint",
            "lightning_checkpoint_list",
            "syncer_checkpoint",
            "syncer_sharding_meta",
            "onlineddl",
            "validator_checkpoint",
            "validator_pending_change",
            "validator_error_change",
            "validator_table_status");

    private final Subtasks subtasks;

    MetaSchema(Subtasks subtasks) {
        this.subtasks = subtasks;
    }

    /**
     * Drops the tables of a task.
     *
     * @param metaSchema the schema in which they are
     * @param session a connection to the target with the task's account
     * @throws dev.dmock.error.DmException 10006 if the account may not do it
     */
    void drop(Draft draft, TargetDatabase target, String metaSchema, String task, DatabaseSession session) {
        boolean lightning = draft.has(Trait.LOADS_BY_LIGHTNING);
        for (String table : lightning ? OF_V8 : OF_V5) {
            drop(draft, "DROP TABLE IF EXISTS " + new TableName(metaSchema, task + "_" + table).quoted(), session);
        }
        if (lightning) {
            drop(draft, "DROP DATABASE IF EXISTS " + TableName.quote(metaSchema + "_" + task), session);
        }
        subtasks.removeMeta(draft, target, metaSchema, task);
    }

    private static void drop(Draft draft, String statement, DatabaseSession session) {
        try {
            session.execute("", statement);
        } catch (DatabaseException e) {
            throw DmError.of(DmCode.DB_EXECUTE_FAILED, statement)
                    .withScope("downstream")
                    .annotated("while removing metadata")
                    .causedBy(UnitConnections.text(draft, e))
                    .asException();
        }
    }
}
