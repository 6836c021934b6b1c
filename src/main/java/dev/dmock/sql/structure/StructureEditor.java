package dev.dmock.sql.structure;

import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.ForeignKey;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.Partitioning;
import dev.dmock.sql.model.TableOption;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.statement.AlterSpec;
import dev.dmock.sql.statement.ColumnDefinition;
import dev.dmock.sql.statement.ColumnOption;
import dev.dmock.sql.statement.KeyDefinition;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds and changes a table's structure step by step, as CREATE TABLE and ALTER TABLE do. */
public final class StructureEditor {

    private static final int MAX_NAME_LENGTH = 64;

    private final DdlEngine engine;
    private final Dialect dialect;
    private final TableName name;
    private final String table;
    private final List<Column> columns = new ArrayList<>();
    private final List<Integer> sources = new ArrayList<>();
    private final KeyEditor keys;
    private final OptionsEditor options;
    private @Nullable Partitioning partitioning;

    private StructureEditor(
            DdlEngine engine,
            TableName name,
            String charset,
            @Nullable String collation,
            List<Index> indexes,
            List<ForeignKey> foreignKeys) {
        this.engine = engine;
        this.dialect = engine.dialect();
        this.name = name;
        this.table = name.table();
        this.keys = new KeyEditor(engine, name, columns, indexes, foreignKeys);
        this.options = new OptionsEditor(dialect, charset, collation);
    }

    /**
     * A changed structure.
     *
     * @param sources for each column, its previous index; -1 for a new column
     */
    public record Edited(TableStructure structure, List<Integer> sources) {}

    /** Returns the structure that CREATE TABLE creates in a schema with this character set and collation. */
    public static TableStructure create(
            Statement.CreateTable statement, Dialect dialect, String schemaCharset, @Nullable String schemaCollation) {
        return create(statement, DdlEngine.server(dialect), schemaCharset, schemaCollation);
    }

    static TableStructure create(
            Statement.CreateTable statement, DdlEngine engine, String schemaCharset, @Nullable String schemaCollation) {
        StructureEditor editor =
                new StructureEditor(engine, statement.name(), schemaCharset, schemaCollation, List.of(), List.of());
        checkName(statement.name().table());
        editor.options.set(statement.options());
        for (ColumnDefinition def : statement.columns()) {
            editor.addColumn(def, AlterSpec.Position.NONE);
        }
        statement.keys().forEach(editor.keys::add);
        editor.partitioning = PartitionEditor.checked(statement.partitioning());
        return editor.finish().structure();
    }

    /** Applies the changes of an ALTER TABLE to a structure; the caller renames the table. */
    public static Edited alter(Statement.AlterTable statement, TableStructure before, DdlEngine engine) {
        StructureEditor editor = of(before, statement.name(), engine);
        statement.specs().forEach(editor::apply);
        return editor.finish();
    }

    /** Throws error 1059 for a name longer than 64 characters, 1103 for an empty one. */
    public static void checkName(String name) {
        if (name.isBlank()) {
            throw DatabaseErrors.wrongName(name).asException();
        }
        if (name.length() > MAX_NAME_LENGTH) {
            throw DatabaseErrors.nameTooLong(name).asException();
        }
    }

    /** Adds a key, as CREATE INDEX does. */
    public static TableStructure createIndex(Statement.CreateIndex statement, TableStructure before, DdlEngine engine) {
        StructureEditor editor = of(before, statement.table(), engine);
        editor.keys.add(statement.index());
        return editor.finish().structure();
    }

    /** Removes a key, as DROP INDEX does. */
    public static TableStructure dropIndex(Statement.DropIndex statement, TableStructure before, DdlEngine engine) {
        StructureEditor editor = of(before, statement.table(), engine);
        editor.keys.drop(statement.name());
        return editor.finish().structure();
    }

    private static StructureEditor of(TableStructure before, TableName name, DdlEngine engine) {
        StructureEditor editor = new StructureEditor(
                engine, name, before.charset(), before.collation(), before.indexes(), before.foreignKeys());
        editor.columns.addAll(before.columns());
        for (int i = 0; i < before.columns().size(); i++) {
            editor.sources.add(i);
        }
        editor.options.takeOver(before);
        editor.partitioning = before.partitioning();
        return editor;
    }

    private void apply(AlterSpec spec) {
        if (spec instanceof AlterSpec.AddColumn add) {
            if (!(add.ifNotExists() && find(add.column().name()) >= 0)) {
                checkFree(add.column().name(), -1);
                if (engine != DdlEngine.MYSQL) {
                    TidbChanges.requireAddable(add.column(), name);
                }
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
            keys.renameColumn(rename.old(), rename.name());
        } else if (spec instanceof AlterSpec.AlterDefault alter) {
            int at = require(alter.column());
            Column column = columns.get(at);
            columns.set(
                    at,
                    alter.value() == null
                            ? column.withDefault(null, false)
                            : ColumnBuilder.withDefault(column, alter.value()));
        } else if (spec instanceof AlterSpec.AddKey add) {
            keys.add(add.key());
        } else if (spec instanceof AlterSpec.DropIndex drop) {
            keys.drop(drop.name());
        } else if (spec instanceof AlterSpec.DropPrimaryKey) {
            keys.drop(Index.PRIMARY);
        } else if (spec instanceof AlterSpec.DropForeignKey drop) {
            keys.dropForeignKey(drop.name());
        } else if (spec instanceof AlterSpec.RenameIndex rename) {
            keys.rename(rename);
        } else if (spec instanceof AlterSpec.Options set) {
            changeOptions(set.options());
        } else if (spec instanceof AlterSpec.Partitions partitions) {
            partitioning = PartitionEditor.apply(engine, partitions.what(), partitioning, table);
        } else if (spec instanceof AlterSpec.Convert convert) {
            convert(convert);
            columns.replaceAll(c -> c.withType(c.type().withCharacters(null, null)));
        }
    }

    private void convert(AlterSpec.Convert convert) {
        TidbChanges.Characters before = options.characters();
        options.convert(convert.charset(), convert.collation());
        if (engine.isWholeTidb()) {
            TidbChanges.Characters after = options.characters();
            TidbChanges.requireCharacters(engine, before, after);
            columns.forEach(c -> TidbChanges.requireConvertible(engine, c, before, after, keys.indexes()));
        }
    }

    private void addColumn(ColumnDefinition def, AlterSpec.Position position) {
        checkName(def.name());
        checkFree(def.name(), -1);
        boolean first = columns.stream().noneMatch(c -> c.type().name().equals("timestamp"));
        insert(builder().build(def, first), -1, position, columns.size());
        addKeysOf(def);
    }

    private ColumnBuilder builder() {
        return new ColumnBuilder(dialect, options.charset(), options.effectiveCollation());
    }

    private void insert(Column column, int source, AlterSpec.Position position, int otherwise) {
        String after = position.after();
        int at = position.first() ? 0 : after != null ? require(after) + 1 : otherwise;
        columns.add(at, column);
        sources.add(at, source);
    }

    private void addKeysOf(ColumnDefinition def) {
        List<Index.Part> part = List.of(new Index.Part(def.name(), null));
        for (ColumnOption option : def.options()) {
            if (option.kind() == ColumnOption.Kind.PRIMARY_KEY) {
                Boolean clustered = option.flag() ? option.value().text().equals("CLUSTERED") : null;
                keys.add(new KeyDefinition.IndexDef(Index.Kind.PRIMARY, null, part, clustered, null, null));
            } else if (option.kind() == ColumnOption.Kind.UNIQUE) {
                keys.add(new KeyDefinition.IndexDef(Index.Kind.UNIQUE, null, part, null, null, null));
            }
        }
    }

    private void changeColumn(String old, ColumnDefinition def, AlterSpec.Position position) {
        int at = require(old);
        checkFree(def.name(), at);
        boolean first = columns.stream().noneMatch(c -> c.type().name().equals("timestamp"));
        Column changed = builder().build(def, first);
        if (keys.isPrimary(old)) {
            changed = changed.notNull();
        }
        if (engine != DdlEngine.MYSQL) {
            TidbChanges.Characters table = options.characters();
            TidbChanges.requireChangeable(
                    engine, columns.get(at), changed, table, keys.indexes(), partitioning != null);
        }
        int source = sources.get(at);
        columns.remove(at);
        sources.remove(/* index */ at);
        insert(changed, source, position, at);
        keys.renameColumn(old, def.name());
        addKeysOf(def);
    }

    private void dropColumn(String name) {
        int at = find(name);
        if (at < 0) {
            throw DatabaseErrors.cannotDrop(name).asException();
        }
        if (columns.size() == 1) {
            throw DatabaseErrors.cannotRemoveAllColumns().asException();
        }
        keys.dropColumn(name);
        columns.remove(at);
        sources.remove(/* index */ at);
    }

    /** Columns keep the character set that they inherited from the table. */
    private void changeOptions(List<TableOption> all) {
        TidbChanges.Characters before = options.characters();
        options.set(all);
        TidbChanges.Characters after = options.characters();
        if (engine.isWholeTidb()) {
            TidbChanges.requireCharacters(engine, before, after);
        }
        if (!before.equals(after)) {
            columns.replaceAll(
                    c -> ColumnTypes.isText(c.type().name()) && c.type().charset() == null
                            ? c.withType(c.type().withCharacters(before.charset(), before.collation()))
                            : c);
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
            throw DatabaseErrors.unknownColumn(column, table).asException();
        }
        return at;
    }

    private void checkFree(String name, int except) {
        int at = find(name);
        if (at >= 0 && at != except) {
            throw DatabaseErrors.duplicateColumn(name).asException();
        }
    }

    private Edited finish() {
        if (columns.isEmpty()) {
            throw DatabaseErrors.noColumns().asException();
        }
        List<Column> auto = columns.stream().filter(Column::autoIncrement).toList();
        boolean isKey = auto.stream().allMatch(c -> keys.beginsWith(c.name()));
        if (auto.size() > 1 || !isKey) {
            throw DatabaseErrors.wrongAutoColumn().asException();
        }
        columns.replaceAll(c -> c.autoIncrement() ? c.notNull() : c);
        if (partitioning != null) {
            keys.requireColumns(partitioning.decisive());
        }
        TableStructure structure =
                options.structure(List.copyOf(columns), keys.indexes(), keys.foreignKeys(), partitioning);
        return new Edited(
                dialect == Dialect.MYSQL ? KeyLengths.fittedToMysql(structure) : structure, List.copyOf(sources));
    }
}
