package dev.dmock.sql.statement;

import dev.dmock.sql.model.TypeDef;
import dev.dmock.sql.token.TableName;
import java.util.List;
import java.util.stream.Collectors;

/** A column definition, with its options in the order written. */
public record ColumnDefinition(String name, TypeDef type, List<ColumnOption> options) {

    public boolean has(ColumnOption.Kind kind) {
        return options.stream().anyMatch(o -> o.kind() == kind);
    }

    /** Returns a copy whose default has an explicit character set. */
    ColumnDefinition withIntroducers() {
        List<ColumnOption> said = options.stream()
                .map(o -> o.kind() == ColumnOption.Kind.DEFAULT
                        ? ColumnOption.of(o.kind(), o.value().introduced())
                        : o)
                .toList();
        return new ColumnDefinition(name, type, said);
    }

    String restore() {
        String head = TableName.quote(name) + ' ' + type.restore();
        return options.isEmpty()
                ? head
                : options.stream().map(ColumnOption::restore).collect(Collectors.joining(" ", head + ' ', ""));
    }
}
