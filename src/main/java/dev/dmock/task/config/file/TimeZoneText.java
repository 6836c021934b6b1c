package dev.dmock.task.config.file;

import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time zones as DM takes them: names of the zone database, or distances from UTC within MySQL's range. */
final class TimeZoneText {

    /** Names that the zone database has and Java has not. */
    private static final Set<String> SHORT_NAMES = Set.of("EST", "HST", "MST", "ROC");

    private static final Pattern WITH_COLONS = Pattern.compile("(\\d{1,9})\\s*:\\s*(\\d{1,9})(?:\\s*:\\s*(\\d{1,9}))?");
    private static final Pattern COMPACT = Pattern.compile("\\d{1,9}");

    private static final long FARTHEST_WEST = seconds(12, 59, 0);
    private static final long FARTHEST_EAST = seconds(14, 0, 0);
    private static final long NONE = Long.MAX_VALUE;
    private static final int SIXTY = 60;
    private static final int HUNDRED = 100;

    private TimeZoneText() {}

    static boolean isZone(String text) {
        return isName(text)
                || text.startsWith("+") && distance(text.substring(1).strip()) <= FARTHEST_EAST
                || text.startsWith("-") && distance(text.substring(1).strip()) <= FARTHEST_WEST;
    }

    private static boolean isName(String text) {
        boolean known = ZoneId.getAvailableZoneIds().contains(text) && !text.startsWith("SystemV/");
        return known || SHORT_NAMES.contains(text);
    }

    /** In seconds; digits without colons are read from behind, as MySQL reads a time of day. */
    private static long distance(String text) {
        Matcher parts = WITH_COLONS.matcher(text);
        if (parts.matches()) {
            String last = parts.group(3);
            return seconds(
                    Long.parseLong(parts.group(1)),
                    Long.parseLong(parts.group(2)),
                    last == null ? 0 : Long.parseLong(last));
        }
        if (COMPACT.matcher(text).matches()) {
            long digits = Long.parseLong(text);
            return seconds(digits / HUNDRED / HUNDRED, digits / HUNDRED % HUNDRED, digits % HUNDRED);
        }
        return NONE;
    }

    private static long seconds(long hours, long minutes, long seconds) {
        return minutes < SIXTY && seconds < SIXTY ? (hours * SIXTY + minutes) * SIXTY + seconds : NONE;
    }
}
