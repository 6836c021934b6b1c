package dev.dmock.journal;

import dev.dmock.version.ApiVersion;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts called operations, answered statuses and DM errors by version of the API. */
public final class Coverage {

    private final Map<ApiVersion, Counts> counts = new EnumMap<>(ApiVersion.class);

    /**
     * The counters of one version.
     *
     * @param operations the number of answers by operation and status
     * @param unknown the number of calls that matched no operation
     * @param errorCodes the number of answers with each DM error code
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

    /**
     * Counts a call. The caller finds its {@link JournalEntry#errorCodes} outside of the lock, since that takes long.
     */
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
