package dev.dmock.task.check;

import dev.dmock.world.sql.Column;
import dev.dmock.world.sql.ColumnType;
import dev.dmock.world.sql.TableStructure;
import java.util.List;
import java.util.Locale;

/**
 * As much of a column as has to be the same in all shards: neither NULL nor a default.
 *
 * @param name in lower case
 * @param type as DM prints it
 */
record ShardColumn(String name, String type) {

    static List<ShardColumn> of(TableStructure structure) {
        return structure.columns().stream().map(ShardColumn::of).toList();
    }

    private static ShardColumn of(Column column) {
        ColumnType type = column.type();
        String plain = new ColumnType(type.name(), type.arguments(), false, false, null, null).toString();
        return new ShardColumn(
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
