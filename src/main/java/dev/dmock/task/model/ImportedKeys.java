package dev.dmock.task.model;

import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The key-value pairs of a table's rows in TiKV: one for the row and one for each index, except a clustered primary
 * key, which is the key of the row. A later pair overwrites an earlier one of the same key.
 */
public final class ImportedKeys {

    private final TableStructure table;
    private final Set<String> kept = new HashSet<>();
    private long written;
    private long rows;

    public ImportedKeys(TableStructure table) {
        this.table = table;
    }

    /** Adds a row with values for some columns; the others get their defaults. */
    public void add(List<String> columns, List<? extends @Nullable String> values) {
        List<@Nullable String> row = complete(columns, values);
        Optional<Index> clustered = table.primaryKey().filter(key -> !Boolean.FALSE.equals(key.clustered()));
        String handle = "row " + clustered.map(key -> key(key, row)).orElseGet(() -> "number " + rows);
        rows++;
        put(handle);
        for (Index index : table.indexes()) {
            if (clustered.filter(index::equals).isEmpty()) {
                String key = index.name() + " " + key(index, row);
                put(isUnique(index, row) ? key : key + " of " + handle);
            }
        }
    }

    private void put(String key) {
        kept.add(key);
        written++;
    }

    /** Returns the number of pairs written. */
    public long written() {
        return written;
    }

    /** Returns the number of pairs left after overwriting. */
    public long kept() {
        return kept.size();
    }

    public boolean collide() {
        return kept() < written;
    }

    /** Tells whether a row's key is unique; a key with a NULL is not. */
    private boolean isUnique(Index index, List<@Nullable String> row) {
        return switch (index.kind()) {
            case PRIMARY -> true;
            case UNIQUE -> index.parts().stream().noneMatch(part -> value(part.column(), row) == null);
            case PLAIN, FULLTEXT, SPATIAL -> false;
        };
    }

    /** Encodes a key; the length before each value keeps different keys distinct. */
    private String key(Index index, List<@Nullable String> row) {
        return index.parts().stream().map(part -> text(part, row)).collect(Collectors.joining(","));
    }

    private String text(Index.Part part, List<@Nullable String> row) {
        String value = value(part.column(), row);
        if (value == null) {
            return "NULL";
        }
        Integer length = part.length();
        String kept = length == null || length >= value.length() ? value : value.substring(0, length);
        boolean folded = table.column(part.column())
                .filter(column -> table.ignoresCase(column, Dialect.TIDB))
                .isPresent();
        return kept.length() + ":" + (folded ? kept.toLowerCase(Locale.ROOT) : kept);
    }

    private List<@Nullable String> complete(List<String> columns, List<? extends @Nullable String> values) {
        List<@Nullable String> row = new ArrayList<>();
        for (Column column : table.columns()) {
            int at = position(columns, column.name());
            row.add(at < 0 ? column.defaultValue() : values.get(at));
        }
        return row;
    }

    private @Nullable String value(String column, List<@Nullable String> row) {
        return row.get(position(table.columnNames(), column));
    }

    private static int position(List<String> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }
}
