package dev.dmock.sql.structure;

import dev.dmock.sql.model.Partition;
import dev.dmock.sql.model.PartitionErrors;
import dev.dmock.sql.model.Partitioning;
import dev.dmock.sql.statement.PartitionChange;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.DatabaseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Edits the partitions of a table. */
final class PartitionEditor {

    /** The changes that TiDB's schema tracker tracks. */
    private static final Set<PartitionChange.Verb> FOLLOWED =
            EnumSet.of(PartitionChange.Verb.ADD, PartitionChange.Verb.DROP);
    /** The changes that no version of TiDB supports. */
    private static final Set<PartitionChange.Verb> UNSUPPORTED = EnumSet.of(
            PartitionChange.Verb.CHECK,
            PartitionChange.Verb.OPTIMIZE,
            PartitionChange.Verb.REBUILD,
            PartitionChange.Verb.REPAIR);
    /** The changes that TiDB of 2021 does not support. */
    private static final Set<PartitionChange.Verb> LATER = EnumSet.of(
            PartitionChange.Verb.REORGANIZE,
            PartitionChange.Verb.COALESCE,
            PartitionChange.Verb.REMOVE,
            PartitionChange.Verb.BY);

    private PartitionEditor() {}

    private static void requireSupported(DdlEngine engine, PartitionChange change, @Nullable Partitioning before) {
        boolean old = engine == DdlEngine.TRACKER_V5;
        boolean counts = before != null && before.method().isCounted() && change.verb() == PartitionChange.Verb.ADD;
        boolean refused = engine.isWholeTidb() && UNSUPPORTED.contains(change.verb());
        if (refused || (old && (LATER.contains(change.verb()) || counts))) {
            String what = counts ? "add partitions" : change.verb().name().toLowerCase(Locale.ROOT) + " partition";
            throw DatabaseErrors.unsupported("Unsupported " + what).asException();
        }
    }

    /**
     * Applies a change to the partitions.
     *
     * @return null for a table without partitions
     * @throws DatabaseException if the change is impossible
     */
    static @Nullable Partitioning apply(
            DdlEngine engine, PartitionChange change, @Nullable Partitioning before, String table) {
        if (engine == DdlEngine.TRACKER_V8 && !FOLLOWED.contains(change.verb())) {
            return before;
        }
        requireSupported(engine, change, before);
        if (change.verb() == PartitionChange.Verb.BY) {
            return checked(change.by());
        }
        if (before == null) {
            throw PartitionErrors.notPartitioned().asException();
        }
        List<Partition> partitions = new ArrayList<>(before.partitions());
        switch (change.verb()) {
            case ADD -> partitions.addAll(added(change, before));
            case DROP -> drop(change, before, partitions);
            case COALESCE -> coalesce(change, before, partitions);
            case REORGANIZE -> reorganize(change, before, partitions);
            case REMOVE -> {
                return null;
            }
            default -> requireKnown(change, before, table);
        }
        return checked(before.with(partitions));
    }

    private static List<Partition> added(PartitionChange change, Partitioning before) {
        if (!change.definitions().isEmpty()) {
            return change.definitions();
        }
        if (!before.method().isCounted()) {
            throw PartitionErrors.undefined(before.method()).asException();
        }
        return Partitioning.numbered(before.partitions().size(), change.count());
    }

    private static void drop(PartitionChange change, Partitioning before, List<Partition> partitions) {
        if (before.method().isCounted()) {
            throw PartitionErrors.onlyRangeOrList("DROP").asException();
        }
        requireListed(change, before);
        partitions.removeIf(change::isAbout);
        if (partitions.isEmpty()) {
            throw PartitionErrors.lastPartition().asException();
        }
    }

    private static void coalesce(PartitionChange change, Partitioning before, List<Partition> partitions) {
        if (!before.method().isCounted()) {
            throw PartitionErrors.onlyHashOrKey().asException();
        }
        if (change.count() >= partitions.size()) {
            throw PartitionErrors.lastPartition().asException();
        }
        partitions
                .subList(partitions.size() - Math.toIntExact(change.count()), partitions.size())
                .clear();
    }

    private static void reorganize(PartitionChange change, Partitioning before, List<Partition> partitions) {
        if (change.names().isEmpty()) {
            return;
        }
        if (before.method().isCounted()) {
            throw PartitionErrors.onlyRangeOrList("REORGANIZE").asException();
        }
        requireListed(change, before);
        int at = before.partitions().indexOf(before.find(change.names().get(0)).orElseThrow());
        partitions.removeIf(change::isAbout);
        partitions.addAll(Math.min(at, partitions.size()), change.definitions());
    }

    private static void requireListed(PartitionChange change, Partitioning before) {
        if (change.names().stream().anyMatch(name -> before.find(name).isEmpty())) {
            throw PartitionErrors.notListed(change.verb().name()).asException();
        }
    }

    private static void requireKnown(PartitionChange change, Partitioning before, String table) {
        for (String name : change.names()) {
            if (before.find(name).isEmpty()) {
                throw PartitionErrors.unknown(name, table).asException();
            }
        }
    }

    /** Rejects partitions that conflict with each other. */
    static @Nullable Partitioning checked(@Nullable Partitioning by) {
        if (by == null) {
            return null;
        }
        Set<String> names = new HashSet<>();
        Set<String> values = new HashSet<>();
        Partition last = null;
        for (Partition partition : by.partitions()) {
            if (!names.add(partition.name().toLowerCase(Locale.ROOT))) {
                throw PartitionErrors.duplicateName(partition.name()).asException();
            }
            if (by.method() == Partitioning.Method.RANGE && last != null) {
                requireAbove(last, partition);
            }
            if (by.method() == Partitioning.Method.LIST
                    && !partition.values().stream().allMatch(values::add)) {
                throw PartitionErrors.duplicateValue().asException();
            }
            last = partition;
        }
        return by;
    }

    private static void requireAbove(Partition last, Partition next) {
        if (last.values().get(0).equals(Partition.MAXVALUE) && last.values().size() == 1) {
            throw PartitionErrors.behindMaxvalue().asException();
        }
        if (!Partitioning.isLower(last.values(), next.values())) {
            throw PartitionErrors.notIncreasing().asException();
        }
    }
}
