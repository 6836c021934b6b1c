package dev.dmock.task;

import dev.dmock.error.DmException;
import dev.dmock.space.fact.Draft;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.TaskMode;
import dev.dmock.task.meta.MetaTable;
import dev.dmock.task.meta.MetaTables;
import dev.dmock.task.model.Checkpoint;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.Unit;
import dev.dmock.task.unit.UnitConnections;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.world.database.DatabaseSession;
import org.springframework.stereotype.Component;

/**
 * Makes the units of a subtask on its worker: each one connects to the servers that it needs, makes DM's own tables and
 * reads them. The first one that cannot ends it, and then the subtask has no unit. The order is the one of the source of
 * v5.3.0 and v8.5.7 (subtask.go, initUnits).
 */
@Component
class UnitInitialization {

    private final UnitConnections endpoints;

    UnitInitialization(UnitConnections endpoints) {
        this.endpoints = endpoints;
    }

    /** @throws UnitFailure with the unit that cannot be made */
    void run(Draft draft, Subtask subtask) {
        TaskMode mode = subtask.config().mode();
        if (mode.copies()) {
            of(Unit.DUMP, subtask, () -> endpoints.downstream(draft, subtask));
            of(Unit.LOAD, subtask, () -> make(draft, subtask, MetaTables.loadCheckpoint(draft)));
        }
        if (mode.follows()) {
            of(Unit.SYNC, subtask, () -> sync(draft, subtask));
        } else {
            whileTrying(
                    "fail to get fresh status of subtask " + subtask.task() + " " + Unit.LOAD.label(),
                    () -> read(draft, subtask, MetaTables.loadCheckpoint(draft)));
        }
    }

    /** The upstream comes first: its time zone is asked for. */
    private void sync(Draft draft, Subtask subtask) {
        endpoints.upstream(draft, subtask);
        for (MetaTable table : MetaTables.ofSync(subtask.config())) {
            make(draft, subtask, table);
            read(draft, subtask, table);
        }
    }

    private void make(Draft draft, Subtask subtask, MetaTable table) {
        DatabaseSession target = target(draft, subtask);
        SubtaskConfig config = subtask.config();
        boolean lost =
                target.table(table.of(config.metaSchema(), config.task())).isEmpty();
        MetaTables.make(draft, target, config, table);
        if (lost) {
            Checkpoint.forget(draft, config, table);
        }
    }

    private void read(Draft draft, Subtask subtask, MetaTable table) {
        MetaTables.read(draft, target(draft, subtask), subtask.config(), table);
    }

    private DatabaseSession target(Draft draft, Subtask subtask) {
        return endpoints.downstream(draft, subtask);
    }

    private static void of(Unit unit, Subtask subtask, Runnable step) {
        whileTrying("fail to initialize unit " + unit.label() + " of subtask " + subtask.task() + " ", step);
    }

    private static void whileTrying(String what, Runnable step) {
        try {
            step.run();
        } catch (DmException e) {
            throw new UnitFailure(e.error().annotated(what));
        } catch (UnitFailure e) {
            throw new UnitFailure(e.error().annotated(what));
        }
    }
}
