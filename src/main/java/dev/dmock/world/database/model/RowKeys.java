package dev.dmock.world.database.model;

import dev.dmock.space.fact.Key;
import dev.dmock.sql.expression.SqlValues;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.Dialect;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Encodes the key values of rows as text that sorts like them. */
public final class RowKeys {

    private static final int DIGITS = 21;
    private static final BigInteger BIAS = BigInteger.TEN.pow(DIGITS - 1);

    private final TableStructure structure;
    private final Dialect dialect;

    public RowKeys(TableStructure structure, Dialect dialect) {
        this.structure = structure;
        this.dialect = dialect;
    }

    /** Encodes the generated number of a row without a primary key. */
    public static String of(long number) {
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number);
    }

    /** Returns the encoded key of a row; empty if it contains NULL, because rows with NULL are never duplicates. */
    public Optional<String> key(Index index, List<@Nullable String> values) {
        List<String> parts = new ArrayList<>();
        for (Index.Part part : index.parts()) {
            int at = position(part.column());
            String value = values.get(at);
            if (value == null) {
                return Optional.empty();
            }
            String cut = part.length() == null || value.length() <= part.length()
                    ? value
                    : value.substring(0, part.length());
            parts.add(sortable(structure.columns().get(at), cut));
        }
        return Optional.of(Key.of(parts.toArray(String[]::new)));
    }

    private String sortable(Column column, String value) {
        String type = column.type().name();
        if (ColumnTypes.isInteger(type) || type.equals("year") || type.equals("bit")) {
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", new BigInteger(value).add(BIAS));
        }
        if (ColumnTypes.isNumber(type)) {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        }
        return ColumnTypes.isText(type) ? SqlValues.comparable(value, structure.ignoresCase(column, dialect)) : value;
    }

    /** Formats the values of a key as in an error message. */
    public String shown(Index index, List<@Nullable String> values) {
        return index.parts().stream()
                .map(p -> String.valueOf(values.get(position(p.column()))))
                .collect(Collectors.joining("-"));
    }

    public int position(String column) {
        for (int i = 0; i < structure.columns().size(); i++) {
            if (structure.columns().get(i).name().equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }
}
