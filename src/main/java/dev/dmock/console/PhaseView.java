package dev.dmock.console;

import dev.dmock.task.config.TaskMode;
import dev.dmock.task.model.Stage;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.SubtaskStatus;
import dev.dmock.task.model.Unit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a subtask in one unit.
 *
 * @param state {@code done}, {@code active}, {@code failed}, {@code paused} or {@code waiting}
 * @param percent the completed share; 0 or 100 for Sync
 * @param detail a text that describes the progress
 */
record PhaseView(String unit, String state, int percent, String detail) {

    private static final int ALL = 100;

    /** Returns the units of a subtask in order. */
    static List<PhaseView> of(Subtask subtask, SubtaskStatus status) {
        TaskMode mode = subtask.config().mode();
        return Arrays.stream(Unit.values())
                .filter(unit -> unit == Unit.SYNC ? mode.follows() : mode.copies())
                .map(unit -> of(unit, subtask, status))
                .toList();
    }

    boolean progressing() {
        return state.equals("active") && percent < ALL;
    }

    private static PhaseView of(Unit unit, Subtask subtask, SubtaskStatus status) {
        if (unit.compareTo(subtask.unit()) > 0) {
            return new PhaseView(unit.label(), "waiting", 0, "");
        }
        if (unit.compareTo(subtask.unit()) < 0 || subtask.stage() == Stage.FINISHED) {
            return new PhaseView(unit.label(), "done", ALL, unit == Unit.DUMP ? dumped(subtask) : "done");
        }
        return new PhaseView(unit.label(), state(subtask), percent(status), detail(status));
    }

    private static String state(Subtask subtask) {
        if (subtask.error() != null) {
            return "failed";
        }
        return switch (subtask.stage()) {
            case RUNNING -> "active";
            case PAUSED -> "paused";
            case NEW, STOPPED -> "waiting";
            case FINISHED -> "done";
        };
    }

    private static int percent(SubtaskStatus status) {
        SubtaskStatus.@Nullable Dump dump = status.dump();
        SubtaskStatus.@Nullable Load load = status.load();
        if (dump != null) {
            return share(dump.finishedRows() + dump.completedTables(), dump.totalRows() + dump.totalTables());
        }
        return load != null
                ? share(load.finishedBytes(), load.totalBytes())
                : status.sync() != null && status.sync().synced() ? ALL : 0;
    }

    private static int share(long part, long whole) {
        return whole == 0 ? 0 : (int) (ALL * part / whole);
    }

    private static String detail(SubtaskStatus status) {
        SubtaskStatus.@Nullable Dump dump = status.dump();
        SubtaskStatus.@Nullable Load load = status.load();
        if (dump != null) {
            return "%d of %s, %d of %s"
                    .formatted(
                            dump.completedTables(),
                            ConsoleFormat.count(dump.totalTables(), "table"),
                            dump.finishedRows(),
                            ConsoleFormat.count(dump.totalRows(), "row"));
        }
        if (load != null) {
            return "%d of %s".formatted(load.finishedBytes(), ConsoleFormat.count(load.totalBytes(), "byte"));
        }
        return status.sync() == null ? "" : ConsoleFormat.count(status.sync().totalEvents(), "event");
    }

    private static String dumped(Subtask subtask) {
        return ConsoleFormat.count(subtask.full().tables(), "table") + ", "
                + ConsoleFormat.count(subtask.full().rows(), "row");
    }
}
