package dev.dmock.task.model;

import dev.dmock.error.DmError;
import dev.dmock.go.GoDuration;
import dev.dmock.go.GoTime;
import dev.dmock.go.InvalidTextException;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The options of the last start or stop of a subtask; null for an option that is absent. The sync unit reads them when
 * it is created.
 *
 * @param startTime the time from which to read the binlog, by the upstream's clock
 * @param startText the start time as the client wrote it
 * @param safeMode the duration of safe mode, which makes repeated writes of rows idempotent
 */
public record TaskOptions(
        @Nullable LocalDateTime startTime,
        String startText,
        @Nullable Duration safeMode) {

    private static final String CONVERTING = "while converting task command line arguments: ";
    private static final String TIME = CONVERTING
            + "error while parse start-time, expected in the format like '2006-01-02 15:04:05' or '2006-01-02T15:04:05': ";
    private static final String DURATION =
            CONVERTING + "error while parse %s, expected in the format like '1s' or '1h': ";

    /**
     * Parses the options of a start; returns null if there are none.
     *
     * @throws dev.dmock.error.DmException code 0 for an invalid value
     */
    public static @Nullable TaskOptions ofStart(@Nullable String startTime, @Nullable String safeMode) {
        if (startTime == null && safeMode == null) {
            return null;
        }
        return new TaskOptions(
                time(startTime), startTime == null ? "" : startTime, duration("safe-mode-duration", safeMode));
    }

    /**
     * Parses the options of a stop; returns null if there are none. DMock validates the timeout and ignores it.
     *
     * @throws dev.dmock.error.DmException code 0 for an invalid value
     */
    public static @Nullable TaskOptions ofStop(@Nullable String timeout) {
        if (timeout == null) {
            return null;
        }
        duration("stop_wait_timeout_duration", timeout);
        return new TaskOptions(null, "", null);
    }

    /** Returns the options that remain after the start time has taken effect. */
    public TaskOptions withoutStartTime() {
        return new TaskOptions(null, "", safeMode);
    }

    private static @Nullable LocalDateTime time(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return GoTime.parse(text);
        } catch (InvalidTextException e) {
            throw DmError.plain(TIME + String.valueOf(e.getMessage())).afterTheFact();
        }
    }

    private static @Nullable Duration duration(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Duration.ofNanos(GoDuration.nanos(text));
        } catch (InvalidTextException e) {
            throw DmError.plain(DURATION.formatted(name) + String.valueOf(e.getMessage()))
                    .afterTheFact();
        }
    }
}
