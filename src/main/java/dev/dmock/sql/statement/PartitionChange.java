package dev.dmock.sql.statement;

import dev.dmock.sql.model.Partition;
import dev.dmock.sql.model.Partitioning;
import dev.dmock.sql.token.TableName;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A partition change of an ALTER TABLE.
 *
 * @param names the affected partitions, empty for all
 * @param count of COALESCE PARTITION and ADD PARTITION PARTITIONS
 * @param definitions the added partitions, or those that replace the named ones
 * @param table the table that a partition is exchanged with
 * @param by the new partitioning of PARTITION BY
 */
public record PartitionChange(
        Verb verb,
        List<String> names,
        long count,
        List<Partition> definitions,
        @Nullable TableName table,
        @Nullable Partitioning by) {

    /** The operation; those from REBUILD on change neither structure nor rows. */
    public enum Verb {
        ADD,
        DROP,
        TRUNCATE,
        COALESCE,
        REORGANIZE,
        EXCHANGE,
        REMOVE,
        BY,
        REBUILD,
        OPTIMIZE,
        CHECK,
        REPAIR,
        ANALYZE,
        DISCARD,
        IMPORT
    }

    public static PartitionChange counted(Verb verb, long count) {
        return new PartitionChange(verb, List.of(), count, List.of(), null, null);
    }

    public static PartitionChange defined(Verb verb, List<String> names, List<Partition> definitions) {
        return new PartitionChange(verb, names, 0, definitions, null, null);
    }

    public static PartitionChange exchange(String name, TableName table) {
        return new PartitionChange(Verb.EXCHANGE, List.of(name), 0, List.of(), table, null);
    }

    public static PartitionChange by(Partitioning by) {
        return new PartitionChange(Verb.BY, List.of(), 0, List.of(), null, by);
    }

    public PartitionChange with(TableName other) {
        return new PartitionChange(verb, names, count, definitions, other, by);
    }

    /** Returns whether the change affects a partition. */
    public boolean isAbout(Partition partition) {
        return names.isEmpty() || names.stream().anyMatch(partition::is);
    }

    /** Formats the change as TiDB's parser restores it. */
    String restore() {
        String quoted =
                names.isEmpty() ? "ALL" : names.stream().map(TableName::quote).collect(Collectors.joining(","));
        return switch (verb) {
            case ADD -> "ADD PARTITION" + (definitions.isEmpty() ? " PARTITIONS " + count : " " + restoreDefinitions());
            case COALESCE -> "COALESCE PARTITION " + count;
            case REORGANIZE ->
                "REORGANIZE PARTITION" + (names.isEmpty() ? "" : " " + quoted + " INTO " + restoreDefinitions());
            case EXCHANGE -> "EXCHANGE PARTITION " + quoted + " WITH TABLE " + (table == null ? "" : table.restored());
            case REMOVE -> "REMOVE PARTITIONING";
            case BY -> by == null ? "" : by.restore();
            default -> verb + " PARTITION " + quoted;
        };
    }

    private String restoreDefinitions() {
        return definitions.stream().map(Partition::restore).collect(Collectors.joining(", ", "(", ")"));
    }
}
