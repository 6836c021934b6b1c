package dev.dmock.sql.structure;

import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.ForeignKey;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.PartitionErrors;
import dev.dmock.sql.statement.AlterSpec;
import dev.dmock.sql.statement.KeyDefinition;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Edits the keys of a table. */
final class KeyEditor {

    private final DdlEngine engine;
    private final Dialect dialect;
    private final TableName table;
    private final List<Column> columns;
    private final List<Index> indexes;
    private final List<ForeignKey> foreignKeys;

    /** @param columns the editor's own list, which is modified: columns of a primary key become NOT NULL */
    KeyEditor(
            DdlEngine engine,
            TableName table,
            List<Column> columns,
            List<Index> indexes,
            List<ForeignKey> foreignKeys) {
        this.engine = engine;
        this.dialect = engine.dialect();
        this.table = table;
        this.columns = columns;
        this.indexes = new ArrayList<>(indexes);
        this.foreignKeys = new ArrayList<>(foreignKeys);
    }

    List<Index> indexes() {
        return List.copyOf(indexes);
    }

    List<ForeignKey> foreignKeys() {
        return List.copyOf(foreignKeys);
    }

    /** Returns whether a key starts with this column. */
    boolean beginsWith(String column) {
        return indexes.stream().anyMatch(i -> i.beginsWith(List.of(column)));
    }

    boolean isPrimary(String column) {
        return indexes.stream().anyMatch(i -> i.kind() == Index.Kind.PRIMARY && i.has(column));
    }

    /** Removes a dropped column from keys; TiDB rejects this for primary and composite keys. */
    void dropColumn(String column) {
        boolean refused = engine.isWholeTidb()
                && indexes.stream()
                        .anyMatch(i -> i.has(column)
                                && (i.kind() == Index.Kind.PRIMARY || i.parts().size() > 1));
        if (refused) {
            throw new DatabaseError(
                            8200,
                            "HY000",
                            "can't drop column " + column + " with composite index covered or Primary Key covered now")
                    .asException();
        }
        indexes.replaceAll(i -> i.without(column));
        indexes.removeIf(i -> i.parts().isEmpty());
    }

    void dropForeignKey(String name) {
        if (!foreignKeys.removeIf(f -> f.name().equalsIgnoreCase(name))) {
            throw DatabaseErrors.cannotDrop(name).asException();
        }
    }

    /** Rejects a primary or unique key that lacks a column of the partitioning key. */
    void requireColumns(List<String> decisive) {
        decisive.forEach(this::require);
        for (Index index : indexes) {
            boolean primary = index.kind() == Index.Kind.PRIMARY;
            boolean unique = primary || index.kind() == Index.Kind.UNIQUE;
            if (unique && !decisive.stream().allMatch(index::has)) {
                throw PartitionErrors.keyLacksColumn(primary ? "PRIMARY KEY" : "UNIQUE INDEX")
                        .asException();
            }
        }
    }

    private Column require(String name) {
        return columns.stream()
                .filter(c -> c.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> DatabaseErrors.noKeyColumn(name).asException());
    }

    void add(KeyDefinition key) {
        if (key instanceof KeyDefinition.ForeignKeyDef foreign) {
            addForeignKey(foreign);
            return;
        }
        KeyDefinition.IndexDef def = (KeyDefinition.IndexDef) key;
        checkParts(def);
        if (def.kind() == Index.Kind.PRIMARY) {
            addPrimaryKey(def);
            return;
        }
        boolean kept = dialect == Dialect.MYSQL || def.kind() == Index.Kind.UNIQUE || def.kind() == Index.Kind.PLAIN;
        String name =
                def.name() != null ? def.name() : freeName(def.parts().get(0).column());
        if (kept && hasIndex(name)) {
            throw DatabaseErrors.duplicateKeyName(name).asException();
        }
        if (kept) {
            indexes.add(index(name, def));
        }
    }

    private static Index index(String name, KeyDefinition.IndexDef def) {
        return new Index(
                name,
                def.kind(),
                def.parts(),
                def.clustered(),
                def.using(),
                Objects.requireNonNullElse(def.comment(), ""));
    }

    private void checkParts(KeyDefinition.IndexDef def) {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Index.Part part : def.parts()) {
            Column column = require(part.column());
            if (!seen.add(part.column())) {
                throw DatabaseErrors.duplicateColumn(part.column()).asException();
            }
            boolean whole = part.length() == null && def.kind() != Index.Kind.FULLTEXT;
            if (whole && ColumnTypes.isLong(column.type().name())) {
                throw DatabaseErrors.keyWithoutLength(part.column()).asException();
            }
        }
    }

    private void addPrimaryKey(KeyDefinition.IndexDef def) {
        if (indexes.stream().anyMatch(i -> i.kind() == Index.Kind.PRIMARY)) {
            throw DatabaseErrors.multiplePrimaryKeys().asException();
        }
        def.parts().forEach(p -> columns.replaceAll(c -> c.name().equalsIgnoreCase(p.column()) ? c.notNull() : c));
        indexes.add(0, index(Index.PRIMARY, def));
    }

    private void addForeignKey(KeyDefinition.ForeignKeyDef def) {
        def.columns().forEach(this::require);
        int number = 1 + foreignKeys.size();
        String generated = dialect == Dialect.MYSQL ? table.table() + "_ibfk_" + number : "fk_" + number;
        String name = def.name() == null ? generated : def.name();
        foreignKeys.add(new ForeignKey(
                name, def.columns(), references(def), def.referencedColumns(), def.onDelete(), def.onUpdate()));
        boolean covered = !engine.indexesForeignKeys() || indexes.stream().anyMatch(i -> i.beginsWith(def.columns()));
        if (!covered) {
            String key = dialect == Dialect.MYSQL && def.name() == null
                    ? def.columns().get(0)
                    : name;
            List<Index.Part> parts =
                    def.columns().stream().map(c -> new Index.Part(c, null)).toList();
            add(new KeyDefinition.IndexDef(Index.Kind.PLAIN, freeName(key), parts, null, null, null));
        }
    }

    /** Qualifies the referenced table if its schema differs; TiDB of 2021 never does. */
    private TableName references(KeyDefinition.ForeignKeyDef def) {
        boolean same = def.references().schema().equals(table.schema());
        return same || engine == DdlEngine.TRACKER_V5
                ? new TableName("", def.references().table())
                : def.references();
    }

    /** Returns the name, with a suffix _2, _3... if a key already has it. */
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

    void drop(String name) {
        boolean clustered = engine.isWholeTidb()
                && indexes.stream()
                        .anyMatch(i -> i.kind() == Index.Kind.PRIMARY && !Boolean.FALSE.equals(i.clustered()));
        if (clustered && name.equalsIgnoreCase(Index.PRIMARY)) {
            throw new DatabaseError(
                            8200, "HY000", "Unsupported drop primary key when the table is using clustered index")
                    .asException();
        }
        if (!indexes.removeIf(i -> i.name().equalsIgnoreCase(name))) {
            throw DatabaseErrors.cannotDrop(name).asException();
        }
    }

    void rename(AlterSpec.RenameIndex rename) {
        if (!hasIndex(rename.old())) {
            throw DatabaseErrors.noKey(rename.old(), table.table()).asException();
        }
        if (hasIndex(rename.name()) && !rename.name().equalsIgnoreCase(rename.old())) {
            throw DatabaseErrors.duplicateKeyName(rename.name()).asException();
        }
        indexes.replaceAll(i -> i.name().equalsIgnoreCase(rename.old()) ? i.withName(rename.name()) : i);
    }

    void renameColumn(String old, String name) {
        indexes.replaceAll(i -> i.withColumn(old, name));
    }
}
