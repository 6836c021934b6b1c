package dev.dmock.world.database.row;

import dev.dmock.sql.expression.ColumnScope;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.Dialect;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resolves columns of a row in an expression.
 *
 * @param where the clause that the error for an unknown column names: {@code field list} or {@code where clause}
 * @param proposed the row whose insertion failed, for VALUES(column); empty if none
 */
record RowScope(
        TableStructure structure,
        Dialect dialect,
        List<@Nullable String> values,
        List<@Nullable String> proposed,
        Instant now,
        String where)
        implements ColumnScope {

    @Override
    public @Nullable Object column(String table, String name) {
        return value(name, values);
    }

    @Override
    public @Nullable Object inserted(String name) {
        return value(name, proposed);
    }

    private @Nullable Object value(String name, List<@Nullable String> from) {
        int at = position(name);
        String text = from.isEmpty() ? null : from.get(at);
        boolean number = ColumnTypes.isNumber(structure.columns().get(at).type().name());
        return text == null || !number ? text : new BigDecimal(text);
    }

    @Override
    public boolean ignoresCase(String table, String name) {
        Column column = structure.columns().get(position(name));
        return structure.ignoresCase(column, dialect);
    }

    private int position(String name) {
        for (int i = 0; i < structure.columns().size(); i++) {
            if (structure.columns().get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw DatabaseErrors.unknownColumn(name, where).asException();
    }
}
