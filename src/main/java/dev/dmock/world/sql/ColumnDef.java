package dev.dmock.world.sql;

import java.util.List;
import java.util.stream.Collectors;

/** A column as a statement defines it, its options in the order written. */
record ColumnDef(String name, TypeDef type, List<ColumnOption> options) {

    boolean has(ColumnOption.Kind kind) {
        return options.stream().anyMatch(o -> o.kind() == kind);
    }

    /** The same with a default that says its character set. */
    ColumnDef withIntroducers() {
        List<ColumnOption> said = options.stream()
                .map(o -> o.kind() == ColumnOption.Kind.DEFAULT
                        ? ColumnOption.of(o.kind(), o.value().introduced())
                        : o)
                .toList();
        return new ColumnDef(name, type, said);
    }

    String restore() {
        String head = TableName.quote(name) + ' ' + type.restore();
        return options.isEmpty()
                ? head
                : options.stream().map(ColumnOption::restore).collect(Collectors.joining(" ", head + ' ', ""));
    }
}
