package dev.dmock.task.full;

import dev.dmock.space.fact.Draft;
import dev.dmock.task.config.DumpSettings;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.task.unit.UnitFaultInjector;
import dev.dmock.version.Trait;
import java.util.Optional;
import java.util.Set;

/** The consistency modes of a dump. */
final class DumpConsistency {

    private static final Set<String> KINDS = Set.of("", "auto", "none", "flush", "lock");

    private DumpConsistency() {}

    /**
     * Rejects an unknown mode, or one that an upstream other than TiDB does not support. v5 does not pass the mode on.
     */
    static void check(Draft draft, DumpSettings settings) {
        if (draft.has(Trait.CONSISTENCY_PASSED_ON)) {
            refusal(settings.consistency().strip()).ifPresent(cause -> {
                throw new UnitFailure(UnitFaultInjector.dumpError(cause));
            });
        }
    }

    private static Optional<String> refusal(String kind) {
        if (KINDS.contains(kind)) {
            return Optional.empty();
        }
        return Optional.of(
                kind.equals("snapshot")
                        ? "snapshot consistency is not supported for this server"
                        : "invalid consistency option " + kind);
    }
}
