package dev.dmock.world.sql;

import java.util.List;
import java.util.stream.Collectors;

/** A column as a statement defines it, its options in the order written. */
record ColumnDef(String name, TypeDef type, List<ColumnOption> options) {

    boolean has(ColumnOption.Kind kind) {
        return options.stream().anyMatch(o -> o.kind() == kind);
    }

    String restore() {
        String head = TableName.quote(name) + ' ' + type.restore();
        return options.isEmpty()
                ? head
                : options.stream().map(ColumnOption::restore).collect(Collectors.joining(" ", head + ' ', ""));
    }
}
