package dev.dmock.task.check.shard;

import dev.dmock.sql.model.TableStructure;
import dev.dmock.task.check.model.CheckProblem;
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
    Optional<CheckProblem> with(String otherLabel, TableStructure other) {
        List<ComparedColumn> own = ComparedColumn.of(structure);
        List<ComparedColumn> others = ComparedColumn.of(other);
        if (own.size() != others.size()) {
            String text = "column length mismatch (self: %d vs other: %d)".formatted(own.size(), others.size());
            return Optional.of(CheckProblem.failure(text)
                    .between(label + " columns " + names(own), otherLabel + " columns " + names(others)));
        }
        for (int i = 0; i < own.size(); i++) {
            if (!own.get(i).equals(others.get(i))) {
                return Optional.of(CheckProblem.failure("different column definition")
                        .between(label + " column " + own.get(i), otherLabel + " column " + others.get(i)));
            }
        }
        return Optional.empty();
    }

    private static String names(List<ComparedColumn> columns) {
        return columns.stream().map(ComparedColumn::name).collect(Collectors.joining(" ", "[", "]"));
    }
}
