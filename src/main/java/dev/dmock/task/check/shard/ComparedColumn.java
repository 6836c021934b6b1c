package dev.dmock.task.check.shard;

import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnType;
import dev.dmock.sql.model.TableStructure;
import java.util.List;
import java.util.Locale;

/**
 * As much of a column as has to be the same in all shards: neither NULL nor a default.
 *
 * @param name in lower case
 * @param type as DM prints it
 */
record ComparedColumn(String name, String type) {

    static List<ComparedColumn> of(TableStructure structure) {
        return structure.columns().stream().map(ComparedColumn::of).toList();
    }

    private static ComparedColumn of(Column column) {
        ColumnType type = column.type();
        String plain = new ColumnType(type.name(), type.arguments(), false, false, null, null).toString();
        return new ComparedColumn(
                column.name().toLowerCase(Locale.ROOT),
                plain
                        + (type.unsigned() ? " UNSIGNED" : "")
                        + (type.zerofill() ? " ZEROFILL" : "")
                        + (type.charset() == null ? "" : " CHARACTER SET " + type.charset()));
    }

    @Override
    public String toString() {
        return name + " " + type;
    }
}
