package dev.dmock.sql.structure;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ForeignKey;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.Partitioning;
import dev.dmock.sql.model.TableOption;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Edits table options for CREATE TABLE and ALTER TABLE. */
final class OptionsEditor {

    private final Dialect dialect;
    private final List<String> otherOptions = new ArrayList<>();
    private String storage = "InnoDB";
    private String charset;
    private @Nullable String collation;
    private long autoIncrement;
    private String comment = "";

    OptionsEditor(Dialect dialect, String charset, @Nullable String collation) {
        this.dialect = dialect;
        this.charset = charset;
        this.collation = collation;
    }

    /** Copies the options of a table except character set and collation. */
    void takeOver(TableStructure before) {
        otherOptions.addAll(before.otherOptions());
        storage = before.engine();
        autoIncrement = before.autoIncrement();
        comment = before.comment();
    }

    void set(List<TableOption> all) {
        for (TableOption option : all) {
            String value = option.value().text();
            switch (option.name()) {
                case "CHARACTER SET", "COLLATE" -> {}
                case "ENGINE" ->
                    storage = dialect == Dialect.TIDB || value.equalsIgnoreCase("innodb") ? "InnoDB" : value;
                case "AUTO_INCREMENT" -> autoIncrement = Long.parseLong(value);
                case "COMMENT" -> comment = value;
                default -> other(option.name(), value);
            }
        }
        Charsets.Characters characters = Charsets.Characters.of(all, charset, collation, dialect);
        charset = characters.charset();
        collation = characters.collation();
    }

    private void other(String name, String value) {
        if (dialect == Dialect.MYSQL) {
            otherOptions.removeIf(o -> o.startsWith(name + "="));
            otherOptions.add(name + "=" + value.toUpperCase(Locale.ROOT));
        }
    }

    void convert(String toCharset, @Nullable String toCollation) {
        charset = toCharset;
        collation = Charsets.notDefault(charset, toCollation, dialect);
    }

    String charset() {
        return charset;
    }

    String effectiveCollation() {
        return collation == null ? Charsets.defaultCollation(charset, dialect) : collation;
    }

    TidbChanges.Characters characters() {
        return new TidbChanges.Characters(charset, effectiveCollation());
    }

    TableStructure structure(
            List<Column> columns,
            List<Index> indexes,
            List<ForeignKey> foreignKeys,
            @Nullable Partitioning partitioning) {
        return new TableStructure(
                columns,
                indexes,
                foreignKeys,
                storage,
                charset,
                collation,
                autoIncrement,
                comment,
                List.copyOf(otherOptions),
                partitioning);
    }
}
