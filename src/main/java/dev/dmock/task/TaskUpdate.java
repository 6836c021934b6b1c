package dev.dmock.task;

import dev.dmock.cluster.Etcd;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.TaskCreation.Checked;
import dev.dmock.task.TaskCreation.Created;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.TaskConfig;
import dev.dmock.task.model.PessimisticShardGroup;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Changes tasks (PUT tasks/{name}, v8): their rules and the settings of the sync unit, while that unit stands still.
 * Verified against v8.1.0.
 */
@Service
public class TaskUpdate {

    private final Subtasks subtasks;
    private final TaskCreation creation;

    TaskUpdate(Subtasks subtasks, TaskCreation creation) {
        this.subtasks = subtasks;
        this.creation = creation;
    }

    /**
     * Replaces the configuration of a task on the sources that it names; nothing happens if it names none.
     *
     * @throws dev.dmock.error.DmException as the creation's checks; 46018, 46034, 46035, 42501
     */
    public Created update(Draft draft, TaskConfig posted) {
        Checked checked =
                creation.check(draft, posted, source -> DmError.of(DmCode.SCHEDULER_SOURCE_CFG_NOT_EXIST, source));
        List<SubtaskConfig> parts = checked.parts();
        if (!parts.isEmpty()) {
            List<Subtask> old = existing(draft, checked.task().name(), parts);
            if (old.get(0).meantToRun()) {
                throw DmError.of(
                                DmCode.SCHEDULER_SUB_TASK_CFG_UPDATE,
                                old.get(0).task(),
                                old.get(0).source())
                        .asException();
            }
            for (int i = 0; i < parts.size(); i++) {
                requireChangeable(draft, old.get(i), parts.get(i));
            }
            if (new HashSet<>(old).size() < old.size()) {
                throw Etcd.duplicateKey(draft).asException();
            }
            for (int i = 0; i < parts.size(); i++) {
                draft.put(Subtask.KIND, old.get(i).withConfig(checked.task(), parts.get(i)));
            }
        }
        return new Created(checked.task(), checked.checkResult());
    }

    private List<Subtask> existing(Draft draft, String task, List<SubtaskConfig> parts) {
        if (subtasks.of(draft, task).isEmpty()) {
            throw DmError.of(DmCode.SCHEDULER_TASK_NOT_EXIST, task).asException();
        }
        List<Subtask> found = new ArrayList<>();
        for (SubtaskConfig part : parts) {
            Optional<Subtask> subtask = subtasks.find(draft, task, part.source());
            found.add(subtask.orElseThrow(() -> DmError.of(DmCode.SCHEDULER_SUB_TASK_NOT_EXIST, task, part.source())
                    .asException()));
        }
        return found;
    }

    /** The worker that has the subtask is asked, and sees its unit. */
    private static void requireChangeable(Draft draft, Subtask old, SubtaskConfig wanted) {
        if (old.worker() == null) {
            throw DmError.of(DmCode.SCHEDULER_SUB_TASK_CFG_UPDATE)
                    .message("this source: %s have not bound to worker", old.source())
                    .asException();
        }
        if (old.unit() != Unit.SYNC || old.lacksUnits()) {
            throw unchangeable(DmError.of(DmCode.WORKER_UPDATE_SUB_TASK_CONFIG, old.task(), old.shownUnit()));
        }
        List<TableName> locked = locked(draft, old);
        if (!locked.isEmpty()) {
            throw unchangeable(DmError.of(
                    DmCode.SYNCER_UNIT_UPDATE_CONFIG_IN_SHARDING,
                    locked.stream().map(TableName::quoted).toList()));
        }
        if (!old.config().mayBecome(wanted)) {
            throw unchangeable(DmError.of(DmCode.WORKER_UPDATE_SUB_TASK_CONFIG)
                    .message(
                            "can't update subtask config for syncer because new config contains some fields that should"
                                    + " not be changed, task: %s",
                            old.task()));
        }
    }

    /** The tables of groups in which a shard DDL has reached some and not others. */
    private static List<TableName> locked(Draft draft, Subtask subtask) {
        List<TableName> tables = new ArrayList<>();
        for (PessimisticShardGroup group : draft.under(PessimisticShardGroup.KIND, subtask.task(), subtask.source())) {
            tables.addAll(group.reached());
            tables.addAll(group.missing());
        }
        return tables;
    }

    private static RuntimeException unchangeable(DmError inner) {
        return DmError.of(DmCode.SCHEDULER_SUB_TASK_CFG_UPDATE)
                .message("can not update because %s", inner)
                .asException();
    }
}
