package dev.dmock.task.model;

import dev.dmock.error.DmError;
import dev.dmock.go.GoDuration;
import dev.dmock.go.GoTime;
import dev.dmock.go.InvalidTextException;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The options of the last start or stop of a subtask; null for what was not given. The sync unit looks at them when it is
 * made.
 *
 * @param startTime since when the binlog is to be read, by the upstream's clock
 * @param startText the same as it was written
 * @param safeMode for how long rows are written so that repeating them does no harm
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
     * The options of a start; null if there are none.
     *
     * @throws dev.dmock.error.DmException code 0 for a text that cannot be read
     */
    public static @Nullable TaskOptions ofStart(@Nullable String startTime, @Nullable String safeMode) {
        if (startTime == null && safeMode == null) {
            return null;
        }
        return new TaskOptions(
                time(startTime), startTime == null ? "" : startTime, duration("safe-mode-duration", safeMode));
    }

    /**
     * The options of a stop; null if there are none. How long a stop may take makes no difference here.
     *
     * @throws dev.dmock.error.DmException code 0 for a text that cannot be read
     */
    public static @Nullable TaskOptions ofStop(@Nullable String timeout) {
        if (timeout == null) {
            return null;
        }
        duration("stop_wait_timeout_duration", timeout);
        return new TaskOptions(null, "", null);
    }

    /** What is left when the start time has taken effect. */
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
