package dev.dmock.world.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes and changes the structure of a table step by step, as CREATE TABLE and ALTER TABLE do. */
public final class StructureEditor {

    private static final int LONGEST_NAME = 64;

    private final Dialect dialect;
    private final String table;
    private final List<Column> columns = new ArrayList<>();
    private final List<Integer> sources = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<String> otherOptions = new ArrayList<>();
    private String engine = "InnoDB";
    private String charset;
    private @Nullable String collation;
    private long autoIncrement;
    private String comment = "";

    private StructureEditor(Dialect dialect, String table, String charset, @Nullable String collation) {
        this.dialect = dialect;
        this.table = table;
        this.charset = charset;
        this.collation = collation;
    }

    /**
     * A changed structure.
     *
     * @param sources for each column, where it was before; -1 for a new one
     */
    public record Edited(TableStructure structure, List<Integer> sources) {}

    /** The structure that a CREATE TABLE makes in a schema with this character set and collation. */
    public static TableStructure create(
            Statement.CreateTable statement, Dialect dialect, String schemaCharset, @Nullable String schemaCollation) {
        String table = statement.name().table();
        StructureEditor editor = new StructureEditor(dialect, table, schemaCharset, schemaCollation);
        checkName(dialect, table);
        editor.options(statement.options());
        for (ColumnDef def : statement.columns()) {
            editor.addColumn(def, AlterSpec.Position.NONE);
        }
        statement.keys().forEach(editor::addKey);
        return editor.finish().structure();
    }

    /** What becomes of a structure by the changes of an ALTER TABLE; renaming the table is left to the caller. */
    public static Edited alter(Statement.AlterTable statement, TableStructure before, Dialect dialect) {
        StructureEditor editor = of(before, statement.name().table(), dialect);
        statement.specs().forEach(editor::apply);
        return editor.finish();
    }

    /** Error 1059 for a name of more than 64 characters. */
    public static void checkName(Dialect dialect, String name) {
        if (name.length() > LONGEST_NAME) {
            throw Errors.nameTooLong(dialect, name).asException();
        }
    }

    /** With one more key, as CREATE INDEX does. */
    public static TableStructure createIndex(Statement.CreateIndex statement, TableStructure before, Dialect dialect) {
        StructureEditor editor = of(before, statement.table().table(), dialect);
        editor.addKey(statement.index());
        return editor.finish().structure();
    }

    /** With one key less, as DROP INDEX does. */
    public static TableStructure dropIndex(Statement.DropIndex statement, TableStructure before, Dialect dialect) {
        StructureEditor editor = of(before, statement.table().table(), dialect);
        editor.dropIndex(statement.name());
        return editor.finish().structure();
    }

    private static StructureEditor of(TableStructure before, String table, Dialect dialect) {
        StructureEditor editor = new StructureEditor(dialect, table, before.charset(), before.collation());
        editor.columns.addAll(before.columns());
        for (int i = 0; i < before.columns().size(); i++) {
            editor.sources.add(i);
        }
        editor.indexes.addAll(before.indexes());
        editor.foreignKeys.addAll(before.foreignKeys());
        editor.otherOptions.addAll(before.otherOptions());
        editor.engine = before.engine();
        editor.autoIncrement = before.autoIncrement();
        editor.comment = before.comment();
        return editor;
    }

    private void apply(AlterSpec spec) {
        if (spec instanceof AlterSpec.AddColumn add) {
            if (!(add.ifNotExists() && find(add.column().name()) >= 0)) {
                addColumn(add.column(), add.position());
            }
        } else if (spec instanceof AlterSpec.DropColumn drop) {
            if (!(drop.ifExists() && find(drop.column()) < 0)) {
                dropColumn(drop.column());
            }
        } else if (spec instanceof AlterSpec.ModifyColumn modify) {
            changeColumn(modify.column().name(), modify.column(), modify.position());
        } else if (spec instanceof AlterSpec.ChangeColumn change) {
            changeColumn(change.old(), change.column(), change.position());
        } else if (spec instanceof AlterSpec.RenameColumn rename) {
            int at = require(rename.old());
            checkFree(rename.name(), at);
            columns.set(at, columns.get(at).withName(rename.name()));
            renameInKeys(rename.old(), rename.name());
        } else if (spec instanceof AlterSpec.AlterDefault alter) {
            int at = require(alter.column());
            Column column = columns.get(at);
            columns.set(
                    at,
                    alter.value() == null
                            ? column.withDefault(null, false)
                            : ColumnBuilder.withDefault(column, alter.value()));
        } else if (spec instanceof AlterSpec.AddKey add) {
            addKey(add.key());
        } else if (spec instanceof AlterSpec.DropIndex drop) {
            dropIndex(drop.name());
        } else if (spec instanceof AlterSpec.DropPrimaryKey) {
            dropIndex(Index.PRIMARY);
        } else if (spec instanceof AlterSpec.DropForeignKey drop) {
            if (!foreignKeys.removeIf(f -> f.name().equalsIgnoreCase(drop.name()))) {
                throw Errors.cannotDrop(drop.name()).asException();
            }
        } else if (spec instanceof AlterSpec.RenameIndex rename) {
            renameIndex(rename);
        } else if (spec instanceof AlterSpec.Options set) {
            changeOptions(set.options());
        } else if (spec instanceof AlterSpec.Convert convert) {
            charset = convert.charset();
            collation = Charsets.notDefault(charset, convert.collation(), dialect);
            columns.replaceAll(c -> c.withType(c.type().withCharacters(null, null)));
        }
    }

    private void addColumn(ColumnDef def, AlterSpec.Position position) {
        checkName(dialect, def.name());
        checkFree(def.name(), -1);
        boolean first = columns.stream().noneMatch(c -> c.type().name().equals("timestamp"));
        insert(builder().build(def, first), -1, position, columns.size());
        addKeysOf(def);
    }

    private ColumnBuilder builder() {
        return new ColumnBuilder(dialect, charset, effectiveCollation());
    }

    private String effectiveCollation() {
        return collation == null ? Charsets.defaultCollation(charset, dialect) : collation;
    }

    private void insert(Column column, int source, AlterSpec.Position position, int otherwise) {
        String after = position.after();
        int at = position.first() ? 0 : after != null ? require(after) + 1 : otherwise;
        columns.add(at, column);
        sources.add(at, source);
    }

    private void addKeysOf(ColumnDef def) {
        List<Index.Part> part = List.of(new Index.Part(def.name(), null));
        for (ColumnOption option : def.options()) {
            if (option.kind() == ColumnOption.Kind.PRIMARY_KEY) {
                Boolean clustered = option.flag() ? option.value().text().equals("CLUSTERED") : null;
                addKey(new KeyDef.IndexDef(Index.Kind.PRIMARY, null, part, clustered, null, null));
            } else if (option.kind() == ColumnOption.Kind.UNIQUE) {
                addKey(new KeyDef.IndexDef(Index.Kind.UNIQUE, null, part, null, null, null));
            }
        }
    }

    private void changeColumn(String old, ColumnDef def, AlterSpec.Position position) {
        int at = require(old);
        checkFree(def.name(), at);
        boolean first = columns.stream().noneMatch(c -> c.type().name().equals("timestamp"));
        Column changed = builder().build(def, first);
        if (indexes.stream().anyMatch(i -> i.kind() == Index.Kind.PRIMARY && i.has(old))) {
            changed = changed.notNull();
        }
        int source = sources.get(at);
        columns.remove(at);
        sources.remove(/* index */ at);
        insert(changed, source, position, at);
        renameInKeys(old, def.name());
        addKeysOf(def);
    }

    private void dropColumn(String name) {
        int at = find(name);
        if (at < 0) {
            throw Errors.cannotDrop(name).asException();
        }
        if (columns.size() == 1) {
            throw Errors.cannotRemoveAllColumns().asException();
        }
        if (dialect == Dialect.TIDB
                && indexes.stream()
                        .anyMatch(i -> i.has(name)
                                && (i.kind() == Index.Kind.PRIMARY || i.parts().size() > 1))) {
            throw new DatabaseError(
                            8200,
                            "HY000",
                            "can't drop column " + name + " with composite index covered or Primary Key covered now")
                    .asException();
        }
        columns.remove(at);
        sources.remove(/* index */ at);
        indexes.replaceAll(i -> i.without(name));
        indexes.removeIf(i -> i.parts().isEmpty());
    }

    private void addKey(KeyDef key) {
        if (key instanceof KeyDef.ForeignKeyDef foreign) {
            addForeignKey(foreign);
            return;
        }
        KeyDef.IndexDef def = (KeyDef.IndexDef) key;
        checkParts(def);
        if (def.kind() == Index.Kind.PRIMARY) {
            addPrimaryKey(def);
            return;
        }
        boolean kept = dialect == Dialect.MYSQL || def.kind() == Index.Kind.UNIQUE || def.kind() == Index.Kind.PLAIN;
        String name =
                def.name() != null ? def.name() : freeName(def.parts().get(0).column());
        if (indexes.stream().anyMatch(i -> i.name().equalsIgnoreCase(name))) {
            throw Errors.duplicateKeyName(name).asException();
        }
        if (kept) {
            indexes.add(index(name, def));
        }
    }

    private static Index index(String name, KeyDef.IndexDef def) {
        return new Index(
                name,
                def.kind(),
                def.parts(),
                def.clustered(),
                def.using(),
                Objects.requireNonNullElse(def.comment(), ""));
    }

    private void checkParts(KeyDef.IndexDef def) {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Index.Part part : def.parts()) {
            int at = find(part.column());
            if (at < 0) {
                throw Errors.noKeyColumn(part.column()).asException();
            }
            if (!seen.add(part.column())) {
                throw Errors.duplicateColumn(part.column()).asException();
            }
            boolean whole = part.length() == null && def.kind() != Index.Kind.FULLTEXT;
            if (whole && ColumnTypes.isLong(columns.get(at).type().name())) {
                throw Errors.keyWithoutLength(part.column()).asException();
            }
        }
    }

    private void addPrimaryKey(KeyDef.IndexDef def) {
        if (indexes.stream().anyMatch(i -> i.kind() == Index.Kind.PRIMARY)) {
            throw Errors.multiplePrimaryKeys().asException();
        }
        def.parts().forEach(p -> columns.replaceAll(c -> c.name().equalsIgnoreCase(p.column()) ? c.notNull() : c));
        indexes.add(0, index(Index.PRIMARY, def));
    }

    private void addForeignKey(KeyDef.ForeignKeyDef def) {
        for (String column : def.columns()) {
            if (find(column) < 0) {
                throw Errors.noKeyColumn(column).asException();
            }
        }
        int number = 1 + foreignKeys.size();
        String generated = dialect == Dialect.MYSQL ? table + "_ibfk_" + number : "fk_" + number;
        String name = def.name() == null ? generated : def.name();
        foreignKeys.add(new ForeignKey(
                name, def.columns(), def.references(), def.referencedColumns(), def.onDelete(), def.onUpdate()));
        boolean covered = indexes.stream().anyMatch(i -> i.beginsWith(def.columns()));
        if (!covered) {
            String key = dialect == Dialect.MYSQL && def.name() == null
                    ? def.columns().get(0)
                    : name;
            List<Index.Part> parts =
                    def.columns().stream().map(c -> new Index.Part(c, null)).toList();
            addKey(new KeyDef.IndexDef(Index.Kind.PLAIN, freeName(key), parts, null, null, null));
        }
    }

    /** The name itself, or with _2, _3... behind it if there is such a key. */
    private String freeName(String wanted) {
        String name = wanted;
        for (int n = 2; hasIndex(name); n++) {
            name = wanted + "_" + n;
        }
        return name;
    }

    private boolean hasIndex(String name) {
        return indexes.stream().anyMatch(i -> i.name().equalsIgnoreCase(name));
    }

    private void dropIndex(String name) {
        boolean clustered = dialect == Dialect.TIDB
                && indexes.stream()
                        .anyMatch(i -> i.kind() == Index.Kind.PRIMARY && !Boolean.FALSE.equals(i.clustered()));
        if (clustered && name.equalsIgnoreCase(Index.PRIMARY)) {
            throw new DatabaseError(
                            8200, "HY000", "Unsupported drop primary key when the table is using clustered index")
                    .asException();
        }
        if (!indexes.removeIf(i -> i.name().equalsIgnoreCase(name))) {
            throw Errors.cannotDrop(name).asException();
        }
    }

    private void renameIndex(AlterSpec.RenameIndex rename) {
        if (!hasIndex(rename.old())) {
            throw Errors.noKey(rename.old(), table).asException();
        }
        if (hasIndex(rename.name()) && !rename.name().equalsIgnoreCase(rename.old())) {
            throw Errors.duplicateKeyName(rename.name()).asException();
        }
        indexes.replaceAll(i -> i.name().equalsIgnoreCase(rename.old()) ? i.withName(rename.name()) : i);
    }

    private void renameInKeys(String old, String name) {
        indexes.replaceAll(i -> i.withColumn(old, name));
    }

    /** Columns keep the character set that they had as the table's. */
    private void changeOptions(List<TableOption> all) {
        String oldCharset = charset;
        String oldCollation = effectiveCollation();
        options(all);
        if (!oldCharset.equals(charset) || !oldCollation.equals(effectiveCollation())) {
            columns.replaceAll(
                    c -> ColumnTypes.isText(c.type().name()) && c.type().charset() == null
                            ? c.withType(c.type().withCharacters(oldCharset, oldCollation))
                            : c);
        }
    }

    private void options(List<TableOption> all) {
        for (TableOption option : all) {
            String value = option.value().text();
            switch (option.name()) {
                case "CHARACTER SET", "COLLATE" -> {}
                case "ENGINE" ->
                    engine = dialect == Dialect.TIDB || value.equalsIgnoreCase("innodb") ? "InnoDB" : value;
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

    private int find(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }

    private int require(String column) {
        int at = find(column);
        if (at < 0) {
            throw Errors.unknownColumn(column, table).asException();
        }
        return at;
    }

    private void checkFree(String name, int except) {
        int at = find(name);
        if (at >= 0 && at != except) {
            throw Errors.duplicateColumn(name).asException();
        }
    }

    private Edited finish() {
        if (columns.isEmpty()) {
            throw Errors.noColumns().asException();
        }
        List<Column> auto = columns.stream().filter(Column::autoIncrement).toList();
        boolean isKey = auto.stream().allMatch(c -> indexes.stream().anyMatch(i -> i.beginsWith(List.of(c.name()))));
        if (auto.size() > 1 || !isKey) {
            throw Errors.wrongAutoColumn().asException();
        }
        columns.replaceAll(c -> c.autoIncrement() ? c.notNull() : c);
        TableStructure structure = new TableStructure(
                List.copyOf(columns),
                List.copyOf(indexes),
                List.copyOf(foreignKeys),
                engine,
                charset,
                collation,
                autoIncrement,
                comment,
                List.copyOf(otherOptions));
        return new Edited(structure, List.copyOf(sources));
    }
}
