package dev.dmock.journal;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of comparing the expected number of matching calls with the actual one.
 *
 * @param matched whether the actual number is as expected
 * @param entries the ids of the matching calls
 * @param nearMisses the calls that come closest, if there were too few matching calls
 */
public record Verification(boolean matched, List<Long> entries, List<NearMiss> nearMisses) {

    private static final int MAX_NEAR_MISSES = 3;

    /** The expected number of calls; null for no limit. */
    public record Times(@Nullable Integer atLeast, @Nullable Integer atMost) {

        boolean allow(int count) {
            return !isTooFew(count) && (atMost == null || count <= atMost);
        }

        boolean isTooFew(int count) {
            return atLeast != null && count < atLeast;
        }
    }

    /** A call that does not match, with its differences. */
    public record NearMiss(JournalEntry entry, List<CallDifference> differences) {

        /**
         * Returns the distance: another operation counts more than another outcome, which counts more than other
         * content.
         */
        private int distance() {
            return differences.stream()
                    .mapToInt(difference -> switch (difference.field()) {
                        case "operationId", "method", "path" -> 1_000_000;
                        case "status", "error_code" -> 1_000;
                        default -> 1;
                    })
                    .sum();
        }
    }

    public static Verification of(List<JournalEntry> entries, CallCriteria criteria, Times times) {
        List<Long> found =
                entries.stream().filter(criteria::matches).map(JournalEntry::id).toList();
        List<NearMiss> near = times.isTooFew(found.size()) ? nearMisses(entries, criteria) : List.of();
        return new Verification(times.allow(found.size()), found, near);
    }

    private static List<NearMiss> nearMisses(List<JournalEntry> entries, CallCriteria criteria) {
        Comparator<NearMiss> newestFirst =
                Comparator.comparingLong((NearMiss miss) -> miss.entry().id()).reversed();
        return entries.stream()
                .filter(entry -> entry.id() > criteria.since())
                .map(entry -> new NearMiss(entry, criteria.differences(entry)))
                .filter(miss -> !miss.differences().isEmpty())
                .sorted(Comparator.comparingInt(NearMiss::distance).thenComparing(newestFirst))
                .limit(MAX_NEAR_MISSES)
                .toList();
    }
}
