package dev.dmock.console;

import dev.dmock.task.model.Stage;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.SubtaskStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a subtask from Dump over Load to Sync.
 *
 * @param worker empty while the source is unbound
 * @param position the applied binlog position, and {@code master} the upstream's position; empty outside Sync
 * @param lag a text with the remaining work in Sync; empty outside Sync
 * @param blocking the DDL statements of a shard lock that the subtask waits for
 * @param error why the subtask is paused; empty if a user paused it
 * @param retry when the subtask is resumed automatically; empty for never
 */
record SubtaskView(
        String source,
        String worker,
        String stage,
        String look,
        List<PhaseView> phases,
        String position,
        String master,
        String lag,
        List<String> blocking,
        List<LockView> locks,
        String error,
        String retry) {

    /** The sharded tables of one target table, of which only some have the DDL. */
    record LockView(String target, String ddls, String synced, String unsynced) {

        static LockView of(SubtaskStatus.Group group) {
            return new LockView(
                    group.target(),
                    String.join("; ", group.ddls()),
                    String.join(", ", group.synced()),
                    String.join(", ", group.unsynced()));
        }
    }

    static SubtaskView of(Subtask subtask, SubtaskStatus status, String error) {
        SubtaskStatus.@Nullable Sync sync = status.sync();
        return new SubtaskView(
                subtask.source(),
                status.worker(),
                subtask.stage().label(),
                look(subtask, sync != null && !sync.blockingDdls().isEmpty()),
                PhaseView.of(subtask, status),
                sync == null ? "" : sync.syncerBinlog(),
                sync == null ? "" : sync.masterBinlog(),
                sync == null ? "" : lag(sync),
                sync == null ? List.of() : sync.blockingDdls(),
                sync == null
                        ? List.of()
                        : sync.groups().stream().map(LockView::of).toList(),
                error,
                error.isEmpty() || subtask.due() == null ? "" : ConsoleFormat.time(subtask.due()));
    }

    /** Returns the appearance of the subtask's state. */
    private static String look(Subtask subtask, boolean blocked) {
        if (subtask.error() != null) {
            return "bad";
        }
        return switch (subtask.stage()) {
            case RUNNING -> blocked ? "warn" : "good";
            case FINISHED -> "done";
            case NEW, STOPPED, PAUSED -> subtask.stage() == Stage.PAUSED ? "warn" : "idle";
        };
    }

    private static String lag(SubtaskStatus.Sync sync) {
        if (sync.synced()) {
            return "synced";
        }
        return sync.secondsBehindMaster() > 0 ? sync.secondsBehindMaster() + " s behind" : "not synced yet";
    }
}
