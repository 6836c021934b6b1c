package dev.dmock.task.meta;

import dev.dmock.error.DmError;
import dev.dmock.space.Draft;
import dev.dmock.space.Trait;
import dev.dmock.task.config.ShardMode;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import java.util.ArrayList;
import java.util.List;

/** Makes a task's tables in its meta schema, as units do when they are initialised. */
public final class MetaTables {

    private MetaTables() {}

    /** The table in which the load unit of a version keeps its progress. */
    public static MetaTable loadCheckpoint(Draft draft) {
        return Trait.LOADS_BY_LIGHTNING.in(draft) ? MetaTable.LIGHTNING_CHECKPOINT : MetaTable.LOADER_CHECKPOINT;
    }

    /** The tables of the sync unit in the order in which it makes them. */
    public static List<MetaTable> ofSync(SubtaskConfig config) {
        List<MetaTable> tables = new ArrayList<>();
        if (config.onlineDdl()) {
            tables.add(MetaTable.ONLINE_DDL);
        }
        if (config.shardMode() == ShardMode.PESSIMISTIC) {
            tables.add(MetaTable.SHARDING_META);
        }
        tables.add(MetaTable.SYNCER_CHECKPOINT);
        return tables;
    }

    /**
     * Makes a table and its schema unless they are there.
     *
     * @throws dev.dmock.error.DmException 10006 with the statement that the target refuses
     */
    public static void make(Draft draft, Session target, SubtaskConfig config, MetaTable table) {
        execute(draft, target, MetaTable.createSchema(config.metaSchema()));
        execute(draft, target, table.create(config.metaSchema(), config.task()));
    }

    private static void execute(Draft draft, Session target, String statement) {
        try {
            target.execute("", statement);
        } catch (DatabaseException e) {
            throw DmError.of(10006, statement)
                    .withScope("downstream")
                    .causedBy(e.error().text(draft.settings().api().generation()))
                    .asException();
        }
    }
}
