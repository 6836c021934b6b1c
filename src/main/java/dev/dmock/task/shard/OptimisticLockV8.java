package dev.dmock.task.shard;

import dev.dmock.sql.token.TableName;
import dev.dmock.task.shape.MergedShape;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * DM-master's optimistic lock (verified in v8.1.0's source): it holds the structures of all shards of a target, and
 * accepts a DDL if one structure fits them all.
 */
final class OptimisticLockV8 {

    private final Map<Place, MergedShape> tables = new HashMap<>();
    private final Map<Place, MergedShape> waiting = new HashMap<>();

    /** A table of a source. */
    record Place(String source, TableName table) {}

    /** The decision on a DDL. */
    enum Verdict {
        /** Execute it on the target. */
        EXECUTE,
        /** Execute it on the target and release the pending DDLs. */
        RESOLVE,
        /** Skip it: the target has it already, or does not get it yet. */
        SKIP,
        /** Wait until the other shards have it. */
        PUT_OFF,
        /** Fail: it contradicts the DDL of another shard. */
        CONFLICT
    }

    /** Adds the current structure of another shard. */
    void know(Place place, MergedShape shape) {
        tables.put(place, shape);
    }

    /** Adds the structure of another shard after its pending DDL. */
    void knowWaiting(Place place, MergedShape shape) {
        waiting.put(place, shape);
    }

    Verdict judge(Place place, MergedShape before, MergedShape after) {
        tables.put(place, before);
        Optional<Integer> order = before.compare(after);
        Optional<MergedShape> merged = merged(with(tables, place, after));
        if (order.isPresent() && merged.isPresent()) {
            return ordered(place, after, order.get(), merged.get());
        }
        if (follows(place, before, after)) {
            return Verdict.SKIP;
        }
        Map<Place, MergedShape> all = with(waiting, place, after);
        if (!agree(all, all)) {
            return Verdict.CONFLICT;
        }
        return agree(all, with(tables, all)) ? Verdict.RESOLVE : Verdict.PUT_OFF;
    }

    /** Judges a DDL whose result is comparable with the structure before, so that a joined structure exists. */
    private Verdict ordered(Place place, MergedShape after, int order, MergedShape merged) {
        if (!waiting.isEmpty() && agree(waiting, with(with(tables, waiting), place, after))) {
            return Verdict.RESOLVE;
        }
        Optional<MergedShape> old = merged(tables);
        boolean changes = old.isEmpty()
                || !Optional.of(0).equals(old.get().compare(merged))
                || Optional.of(0).equals(after.compare(old.get()))
                || order <= 0;
        return changes ? Verdict.EXECUTE : Verdict.SKIP;
    }

    /**
     * Validates an added column: its length must be the same in all shards, and a column that the table dropped must be
     * dropped downstream first.
     */
    Optional<String> faultOfColumn(
            Place place, MergedShape before, MergedShape after, String column, boolean dropped, String ddl) {
        Optional<MergedShape> old = merged(with(tables, place, before));
        Optional<MergedShape> merged = merged(with(tables, place, after));
        Optional<Integer> order = old.flatMap(shape -> merged.flatMap(shape::compare));
        if (old.isEmpty() || merged.isEmpty() || order.isEmpty() || order.get() > 0) {
            return Optional.empty();
        }
        int length = merged.get().length(column).orElse(0);
        for (OptionalInt own : new OptionalInt[] {old.get().length(column), after.length(column)}) {
            if (own.isPresent() && own.getAsInt() != length) {
                return Optional.of("add columns with different field lengths. ddl: %s, origLen: %d, newLen: %d"
                        .formatted(ddl, own.getAsInt(), length));
            }
        }
        return dropped
                ? Optional.of("add column %s that wasn't fully dropped in downstream. ddl: %s".formatted(column, ddl))
                : Optional.empty();
    }

    /** Tells whether another shard has already made the same change. */
    private boolean follows(Place place, MergedShape before, MergedShape after) {
        return tables.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(place))
                .map(Map.Entry::getValue)
                .anyMatch(other -> {
                    Optional<MergedShape> both = after.with(other);
                    return both.isPresent()
                            && both.get().compare(before).isEmpty()
                            && covers(before.with(other).orElse(other), after);
                });
    }

    /** Tells whether the pending DDLs fit all shards: no shard needs the old structure, and all have the new one. */
    private boolean agree(Map<Place, MergedShape> put, Map<Place, MergedShape> all) {
        Optional<MergedShape> merged = merged(all);
        if (merged.isEmpty()) {
            return false;
        }
        for (Map.Entry<Place, MergedShape> entry : put.entrySet()) {
            MergedShape before = Objects.requireNonNull(tables.get(entry.getKey()));
            boolean everywhere = all.values().stream()
                    .allMatch(other -> covers(before.with(other).orElse(other), entry.getValue()));
            if (merged.get().compare(before).isPresent() || !everywhere) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(MergedShape shape, MergedShape other) {
        return shape.compare(other).filter(order -> order >= 0).isPresent();
    }

    private static Optional<MergedShape> merged(Map<Place, MergedShape> all) {
        Optional<MergedShape> merged = Optional.empty();
        boolean first = true;
        for (MergedShape shape : all.values()) {
            merged = first ? Optional.of(shape) : merged.flatMap(before -> before.with(shape));
            first = false;
        }
        return merged;
    }

    private static Map<Place, MergedShape> with(Map<Place, MergedShape> shapes, Place place, MergedShape shape) {
        return with(shapes, Map.of(place, shape));
    }

    private static Map<Place, MergedShape> with(Map<Place, MergedShape> shapes, Map<Place, MergedShape> others) {
        Map<Place, MergedShape> all = new HashMap<>(shapes);
        all.putAll(others);
        return all;
    }
}
