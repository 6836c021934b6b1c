package dev.dmock.task;

import dev.dmock.error.DmError;
import dev.dmock.space.Draft;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import dev.dmock.world.sql.TableName;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * DM's own tables downstream, in the meta schema of a task. Nothing but the checkpoints that are in them matters here;
 * but an account that may not drop them cannot remove them.
 */
@Component
class MetaSchema {

    private static final List<String> TABLES = List.of(
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
     * Drops a task's tables, and so its checkpoints.
     *
     * @param parts all subtasks of the task, at least one
     * @param target a connection with the task's account
     * @throws dev.dmock.error.DmException 10006 if the account may not do it
     */
    void drop(Draft draft, Collection<Subtask> parts, Session target) {
        SubtaskConfig any = parts.iterator().next().config();
        for (String table : TABLES) {
            drop(draft, new TableName(any.metaSchema(), any.task() + "_" + table), target);
        }
        for (Subtask part : parts) {
            SubtaskConfig config = part.config();
            subtasks.removeMeta(draft, config.target(), config.metaSchema(), config.task());
        }
    }

    private static void drop(Draft draft, TableName table, Session target) {
        String statement = "DROP TABLE IF EXISTS " + table.quoted();
        try {
            target.execute("", statement);
        } catch (DatabaseException e) {
            throw DmError.of(10006, statement)
                    .withScope("downstream")
                    .annotated("while removing metadata")
                    .causedBy(Endpoints.text(draft, e))
                    .asException();
        }
    }
}
