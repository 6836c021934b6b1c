package dev.dmock.task.shape;

import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableStructure;
import org.jspecify.annotations.Nullable;

/**
 * A column as DM's optimistic mode joins it.
 *
 * @param generated the expression of a generated column; empty for none
 */
record JoinedColumn(@Nullable String defaultValue, String generated, boolean stored, JoinedType type) {

    static JoinedColumn of(Column column, TableStructure table) {
        boolean key = table.indexes().stream().anyMatch(i -> isPartOf(i, column.name()));
        return new JoinedColumn(
                column.defaultValue(), column.generated(), column.stored(), JoinedType.of(column, table, key));
    }

    /**
     * Tells whether a column counts as part of a key: any column of a primary key, but only the first of another key.
     */
    private static boolean isPartOf(Index index, String column) {
        long counting = index.kind() == Index.Kind.PRIMARY ? index.parts().size() : 1;
        return index.parts().stream().limit(counting).anyMatch(p -> p.column().equalsIgnoreCase(column));
    }

    JoinedColumn join(JoinedColumn other) {
        String joinedDefault = defaultValue == null ? other.defaultValue : defaultValue;
        if (defaultValue != null && other.defaultValue != null) {
            joinedDefault = JoinedParts.same(0, defaultValue, other.defaultValue);
        }
        return new JoinedColumn(
                joinedDefault,
                JoinedParts.same(1, generated, other.generated),
                JoinedParts.same(2, stored, other.stored),
                JoinedParts.at(3, () -> type.join(other.type)));
    }

    /** Returns the column for tables that lack it, where it must do without a value. */
    JoinedColumn missingElsewhere() {
        boolean needsValue = type.fallback() == null && !type.nullable();
        return new JoinedColumn(needsValue ? type.zero() : defaultValue, generated, stored, type.missingElsewhere());
    }

    @Override
    public String toString() {
        return type
                + (generated.isEmpty() ? "" : " GENERATED ALWAYS AS (" + generated + ")")
                + (stored ? " STORED" : "")
                + (type.nullable() ? "" : " NOT NULL")
                + (defaultValue == null ? "" : " DEFAULT " + defaultValue)
                + (type.autoIncrement() ? " AUTO_INCREMENT" : "");
    }
}
