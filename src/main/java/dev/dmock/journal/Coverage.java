package dev.dmock.journal;

import dev.dmock.version.ApiVersion;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts which operations were called, what was answered, and which errors of DM were seen; by version of the API. */
public final class Coverage {

    private final Map<ApiVersion, Counts> counts = new EnumMap<>(ApiVersion.class);

    /**
     * What was counted for one version.
     *
     * @param operations by operation, how often each status was answered
     * @param unknown how many calls found no operation
     * @param errorCodes in how many answers there was each error of DM
     */
    public record Counts(Map<String, Map<Integer, Long>> operations, long unknown, Map<Integer, Long> errorCodes) {

        private static Counts none() {
            return new Counts(new TreeMap<>(), 0, new TreeMap<>());
        }

        private Counts copy() {
            Map<String, Map<Integer, Long>> copied = new TreeMap<>();
            operations.forEach((id, statuses) -> copied.put(id, new TreeMap<>(statuses)));
            return new Counts(copied, unknown, new TreeMap<>(errorCodes));
        }
    }

    /** Counts a call; its {@link JournalEntry#errorCodes} take too long to find to be looked for in here. */
    synchronized void count(JournalEntry entry, Set<Integer> errorCodes) {
        Counts old = counts.computeIfAbsent(entry.api(), version -> Counts.none());
        errorCodes.forEach(code -> old.errorCodes().merge(code, 1L, Long::sum));
        String operation = entry.operationId();
        if (operation == null) {
            counts.put(entry.api(), new Counts(old.operations(), old.unknown() + 1, old.errorCodes()));
        } else {
            int status = entry.status() == null ? 0 : entry.status();
            old.operations().computeIfAbsent(operation, id -> new TreeMap<>()).merge(status, 1L, Long::sum);
        }
    }

    public synchronized Counts of(ApiVersion version) {
        Counts found = counts.get(version);
        return found == null ? Counts.none() : found.copy();
    }

    public synchronized void clear() {
        counts.clear();
    }
}
