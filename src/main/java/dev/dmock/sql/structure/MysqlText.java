package dev.dmock.sql.structure;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.ForeignKey;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.Partitioning;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.Escapes;
import dev.dmock.sql.token.TableName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Formats a structure as SHOW CREATE TABLE of MySQL 5.6 does. */
final class MysqlText {

    private final String table;
    private final TableStructure structure;
    private final String tableCollation;

    MysqlText(String table, TableStructure structure) {
        this.table = table;
        this.structure = structure;
        this.tableCollation = structure.collation() == null
                ? Charsets.defaultCollation(structure.charset(), Dialect.MYSQL)
                : structure.collation();
    }

    String print() {
        List<String> lines = new ArrayList<>();
        structure.columns().forEach(c -> lines.add(column(c)));
        structure.indexes().stream().sorted(Comparator.comparingInt(this::rank)).forEach(i -> lines.add(index(i)));
        structure.foreignKeys().forEach(f -> lines.add(foreignKey(f)));
        return "CREATE TABLE " + TableName.quote(table)
                + lines.stream().map(l -> "  " + l).collect(Collectors.joining(",\n", " (\n", "\n) "))
                + options();
    }

    /** Ranks keys: primary, unique without nullable columns, other unique, then the others. */
    private int rank(Index index) {
        return switch (index.kind()) {
            case PRIMARY -> 0;
            case UNIQUE ->
                index.parts().stream()
                                .allMatch(p -> structure
                                        .column(p.column())
                                        .filter(c -> !c.nullable())
                                        .isPresent())
                        ? 1
                        : 2;
            case PLAIN, SPATIAL -> 3;
            case FULLTEXT -> 4;
        };
    }

    private String column(Column column) {
        StringBuilder text =
                new StringBuilder(TableName.quote(column.name())).append(' ').append(column.type());
        characters(column, text);
        boolean timestamp = column.type().name().equals("timestamp");
        text.append(column.nullable() ? timestamp ? " NULL" : "" : " NOT NULL");
        String value = column.defaultValue();
        if (value != null) {
            text.append(" DEFAULT ").append(standard(column, value));
        } else if (column.nullable() && !ColumnTypes.isLong(column.type().name()) && !column.autoIncrement()) {
            text.append(" DEFAULT NULL");
        }
        if (column.onUpdate() != null) {
            text.append(" ON UPDATE ").append(column.onUpdate());
        }
        if (column.autoIncrement()) {
            text.append(" AUTO_INCREMENT");
        }
        return text + (column.comment().isEmpty() ? "" : " COMMENT " + Escapes.quote(column.comment()));
    }

    static String standard(Column column, String value) {
        if (column.defaultIsExpression()) {
            return value;
        }
        return column.type().name().equals("bit")
                ? "b'" + new BigInteger(value).toString(2) + "'"
                : Escapes.quote(value);
    }

    private void characters(Column column, StringBuilder text) {
        if (!ColumnTypes.isText(column.type().name())) {
            return;
        }
        String charset = column.type().charset();
        String collation = column.type().collation();
        if (charset != null) {
            text.append(" CHARACTER SET ").append(charset);
        }
        String shown = collation == null ? tableCollation : collation;
        String of = charset == null ? structure.charset() : charset;
        if (!shown.equals(Charsets.defaultCollation(of, Dialect.MYSQL))) {
            text.append(" COLLATE ").append(shown);
        }
    }

    private static String index(Index index) {
        String word = switch (index.kind()) {
            case PRIMARY -> "PRIMARY KEY";
            case UNIQUE -> "UNIQUE KEY " + TableName.quote(index.name());
            case PLAIN -> "KEY " + TableName.quote(index.name());
            case FULLTEXT -> "FULLTEXT KEY " + TableName.quote(index.name());
            case SPATIAL -> "SPATIAL KEY " + TableName.quote(index.name());
        };
        return word
                + ' '
                + parts(index)
                + (index.using() == null ? "" : " USING " + index.using())
                + (index.comment().isEmpty() ? "" : " COMMENT " + Escapes.quote(index.comment()));
    }

    static String parts(Index index) {
        return index.parts().stream()
                .map(p -> TableName.quote(p.column()) + (p.length() == null ? "" : "(" + p.length() + ")"))
                .collect(Collectors.joining(",", "(", ")"));
    }

    static String foreignKey(ForeignKey key) {
        return "CONSTRAINT "
                + TableName.quote(key.name())
                + " FOREIGN KEY "
                + names(key.columns())
                + " REFERENCES "
                + key.references().restored()
                + ' '
                + names(key.referencedColumns())
                + (key.onDelete().isEmpty() ? "" : " ON DELETE " + key.onDelete())
                + (key.onUpdate().isEmpty() ? "" : " ON UPDATE " + key.onUpdate());
    }

    private static String names(List<String> names) {
        return names.stream().map(TableName::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    private String options() {
        StringBuilder text = new StringBuilder("ENGINE=").append(structure.engine());
        if (structure.autoIncrement() > 1 && structure.columns().stream().anyMatch(Column::autoIncrement)) {
            text.append(" AUTO_INCREMENT=").append(structure.autoIncrement());
        }
        text.append(" DEFAULT CHARSET=").append(structure.charset());
        if (structure.collation() != null) {
            text.append(" COLLATE=").append(structure.collation());
        }
        structure.otherOptions().forEach(o -> text.append(' ').append(o));
        if (!structure.comment().isEmpty()) {
            text.append(" COMMENT=").append(Escapes.quote(structure.comment()));
        }
        Partitioning partitioning = structure.partitioning();
        return partitioning == null ? text.toString() : text + PartitionText.mysql(partitioning);
    }
}
