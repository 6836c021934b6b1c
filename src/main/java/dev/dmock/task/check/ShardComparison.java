package dev.dmock.task.check;

import dev.dmock.world.sql.TableStructure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A shard that the others are compared with.
 *
 * @param label how it is called in reports
 */
record ShardComparison(String label, TableStructure structure) {

    /** How another shard differs; empty if it does not. */
    Optional<Problem> with(String otherLabel, TableStructure other) {
        List<ShardColumn> own = ShardColumn.of(structure);
        List<ShardColumn> others = ShardColumn.of(other);
        if (own.size() != others.size()) {
            String text = "column length mismatch (self: %d vs other: %d)".formatted(own.size(), others.size());
            return Optional.of(Problem.failure(text)
                    .between(label + " columns " + names(own), otherLabel + " columns " + names(others)));
        }
        for (int i = 0; i < own.size(); i++) {
            if (!own.get(i).equals(others.get(i))) {
                return Optional.of(Problem.failure("different column definition")
                        .between(label + " column " + own.get(i), otherLabel + " column " + others.get(i)));
            }
        }
        return Optional.empty();
    }

    private static String names(List<ShardColumn> columns) {
        return columns.stream().map(ShardColumn::name).collect(Collectors.joining(" ", "[", "]"));
    }
}
