package dev.dmock.sql.structure;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.Partitioning;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.Escapes;
import dev.dmock.sql.token.TableName;
import dev.dmock.version.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Formats a structure as SHOW CREATE TABLE of TiDB v8.1, or of the TiDB in DM v5.3, does. */
final class TidbText {

    private final String table;
    private final TableStructure structure;
    private final Structures.Clustering unsaid;
    private final Generation generation;
    private final String tableCollation;

    TidbText(String table, TableStructure structure, Structures.Clustering unsaid, Generation generation) {
        this.table = table;
        this.structure = structure;
        this.unsaid = unsaid;
        this.generation = generation;
        this.tableCollation = structure.collation() == null
                ? Charsets.defaultCollation(structure.charset(), Dialect.TIDB)
                : structure.collation();
    }

    String print() {
        List<String> lines = new ArrayList<>();
        structure.columns().forEach(c -> lines.add(column(c)));
        structure.indexes().forEach(i -> lines.add(index(i)));
        structure.foreignKeys().forEach(f -> lines.add(MysqlText.foreignKey(f)));
        return "CREATE TABLE " + TableName.quote(table)
                + lines.stream().map(l -> "  " + l).collect(Collectors.joining(",\n", " (\n", "\n) "))
                + options();
    }

    private String column(Column column) {
        StringBuilder text =
                new StringBuilder(TableName.quote(column.name())).append(' ').append(column.type());
        characters(column, text);
        if (!column.generated().isEmpty()) {
            text.append(" GENERATED ALWAYS AS (").append(column.generated()).append(") ");
            text.append(column.stored() ? "STORED" : "VIRTUAL");
        }
        text.append(column.nullable() ? "" : " NOT NULL");
        if (column.autoIncrement()) {
            text.append(" AUTO_INCREMENT");
        }
        String value = column.defaultValue();
        if (value != null) {
            text.append(" DEFAULT ").append(MysqlText.standard(column, value));
        } else if (column.nullable() && column.generated().isEmpty()) {
            text.append(column.type().name().equals("timestamp") ? " NULL DEFAULT NULL" : " DEFAULT NULL");
        }
        if (column.onUpdate() != null) {
            text.append(" ON UPDATE ").append(column.onUpdate());
        }
        return text + (column.comment().isEmpty() ? "" : " COMMENT " + Escapes.quote(column.comment()));
    }

    private void characters(Column column, StringBuilder text) {
        if (!ColumnTypes.isText(column.type().name())) {
            return;
        }
        String charset = column.type().charset() == null
                ? structure.charset()
                : column.type().charset();
        String collation = column.type().collation() == null
                ? tableCollation
                : column.type().collation();
        if (!charset.equals(structure.charset())) {
            text.append(" CHARACTER SET ").append(charset);
        }
        if (!collation.equals(tableCollation) || !collation.equals(Charsets.defaultCollation(charset, Dialect.TIDB))) {
            text.append(" COLLATE ").append(collation);
        }
    }

    private String index(Index index) {
        String comment = index.comment().isEmpty() ? "" : " COMMENT " + Escapes.quote(index.comment());
        if (index.kind() == Index.Kind.PRIMARY) {
            boolean clustered =
                    index.clustered() == null ? unsaid == Structures.Clustering.CLUSTERED : index.clustered();
            return "PRIMARY KEY "
                    + MysqlText.parts(index)
                    + comment
                    + " /*T![clustered_index] "
                    + (clustered ? "CLUSTERED" : "NONCLUSTERED")
                    + " */";
        }
        String word = index.kind() == Index.Kind.UNIQUE ? "UNIQUE KEY " : "KEY ";
        return word + TableName.quote(index.name()) + ' ' + MysqlText.parts(index) + comment;
    }

    private String options() {
        StringBuilder text = new StringBuilder("ENGINE=InnoDB DEFAULT CHARSET=")
                .append(structure.charset())
                .append(" COLLATE=")
                .append(tableCollation);
        if (structure.autoIncrement() > 1 && structure.columns().stream().anyMatch(Column::autoIncrement)) {
            text.append(" AUTO_INCREMENT=").append(structure.autoIncrement());
        }
        if (!structure.comment().isEmpty()) {
            text.append(" COMMENT=").append(Escapes.quote(structure.comment()));
        }
        Partitioning partitioning = structure.partitioning();
        if (partitioning == null) {
            return text.toString();
        }
        return text
                + (generation == Generation.V5 ? PartitionText.tidbV5(partitioning) : PartitionText.tidb(partitioning));
    }
}
