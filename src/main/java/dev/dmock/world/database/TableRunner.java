package dev.dmock.world.database;

import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.statement.AlterSpec;
import dev.dmock.sql.statement.PartitionChange;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.structure.DdlEngine;
import dev.dmock.sql.structure.StructureEditor;
import dev.dmock.sql.structure.TidbLimits;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.account.Access;
import dev.dmock.world.database.model.DatabaseSchema;
import dev.dmock.world.database.model.Row;
import dev.dmock.world.database.model.RowKeys;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.StoredProgram;
import dev.dmock.world.database.model.SystemSchemas;
import dev.dmock.world.database.model.Table;
import dev.dmock.world.database.row.PartitionRunner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Executes statements that create, alter and drop tables, and converts their rows. */
final class TableRunner {

    private final ServerStore store;
    private final Access access;

    TableRunner(ServerStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    void create(Statement.CreateTable statement, TableName name) {
        DatabaseSchema schema = schemaForNew(name);
        if (exists(name, statement.ifNotExists())) {
            return;
        }
        TableStructure structure =
                StructureEditor.create(statement.named(name), store.dialect(), schema.charset(), schema.collation());
        checkLimits(structure);
        store.put(Table.of(schema.address(), new TableName(schema.name(), name.table()), structure));
    }

    private void checkLimits(TableStructure structure) {
        if (store.dialect() == Dialect.TIDB) {
            TidbLimits.check(structure);
        }
    }

    void createLike(TableName name, TableName like, boolean ifNotExists) {
        DatabaseSchema schema = schemaForNew(name);
        Table model = store.requireTable(like);
        if (!exists(name, ifNotExists)) {
            TableStructure structure = model.structure().withAutoIncrement(0);
            store.put(Table.of(schema.address(), new TableName(schema.name(), name.table()), structure));
        }
    }

    /** Rejects CREATE TABLE ... SELECT on MySQL 5.6 with GTIDs, because it consists of two transactions. */
    void createSelect(TableName name) {
        schemaForNew(name);
        if (store.server().hasGtids()) {
            throw new DatabaseError(
                            1786, "HY000", "CREATE TABLE ... SELECT is forbidden when ENFORCE_GTID_CONSISTENCY = 1.")
                    .asException();
        }
        throw DatabaseErrors.notSupported(store.dialect(), "create table ... select")
                .asException();
    }

    private DatabaseSchema schemaForNew(TableName name) {
        access.requireOnTable("CREATE", name);
        StructureEditor.checkName(name.table());
        return store.requireSchema(name.schema());
    }

    private boolean exists(TableName name, boolean isFine) {
        boolean exists = store.table(name).isPresent();
        if (exists && !isFine) {
            throw DatabaseErrors.tableExists(store.dialect(), name).asException();
        }
        return exists;
    }

    /** Creates a view; the tables it reads must exist. */
    void createView(Statement.CreateView statement, TableName name, List<TableName> reads) {
        access.requireOnTable("CREATE VIEW", name);
        DatabaseSchema schema = store.requireSchema(name.schema());
        for (TableName read : reads) {
            boolean system = SystemSchemas.has(store.dialect(), read.schema());
            if (!system && store.table(read).isEmpty()) {
                throw DatabaseErrors.noSuchTable(read).asException();
            }
        }
        Optional<Table> old = store.table(name);
        if (old.isEmpty() && statement.alters()) {
            throw DatabaseErrors.noSuchTable(name).asException();
        }
        if (old.isPresent() && !statement.orReplace()) {
            throw DatabaseErrors.tableExists(store.dialect(), name).asException();
        }
        if (old.isPresent() && old.get().view() == null) {
            throw DatabaseErrors.notBaseTable(name, "VIEW").asException();
        }
        String columns = statement.columns().isEmpty()
                ? ""
                : statement.columns().stream().map(TableName::quote).collect(Collectors.joining(",", " (", ")"));
        store.put(Table.view(
                schema.address(), new TableName(schema.name(), name.table()), columns + " AS " + statement.select()));
    }

    void drop(List<TableName> names, boolean ifExists, boolean views) {
        List<TableName> missing = new ArrayList<>();
        List<Table> found = new ArrayList<>();
        for (TableName name : names) {
            access.requireOnTable("DROP", name);
            Optional<Table> table = store.table(name).filter(t -> (t.view() != null) == views);
            table.ifPresentOrElse(found::add, () -> missing.add(name));
        }
        if (!missing.isEmpty() && !ifExists) {
            throw DatabaseErrors.unknownTable(missing.stream()
                            .map(n -> n.schema() + '.' + n.table())
                            .collect(Collectors.joining(",")))
                    .asException();
        }
        found.forEach(store::remove);
    }

    void truncate(TableName name) {
        access.requireOnTable("DROP", name);
        Table table = store.requireTable(name);
        store.empty(table);
        store.put(table.emptied());
    }

    /** Renames tables in order, after checking all renames. */
    void rename(List<Statement.Renaming> renamings) {
        List<TableName> gone = new ArrayList<>();
        List<TableName> made = new ArrayList<>();
        for (Statement.Renaming renaming : renamings) {
            access.requireOnTable("ALTER", renaming.old());
            access.requireOnTable("DROP", renaming.old());
            access.requireOnTable("CREATE", renaming.name());
            boolean there = made.contains(renaming.old())
                    || (store.table(renaming.old()).isPresent() && !gone.contains(renaming.old()));
            if (!there) {
                throw DatabaseErrors.noSuchTable(renaming.old()).asException();
            }
            store.requireSchema(renaming.name().schema());
            boolean taken = made.contains(renaming.name())
                    || (store.table(renaming.name()).isPresent() && !gone.contains(renaming.name()));
            if (taken) {
                throw DatabaseErrors.tableExists(store.dialect(), renaming.name())
                        .asException();
            }
            made.remove(renaming.old());
            gone.add(renaming.old());
            gone.remove(renaming.name());
            made.add(renaming.name());
        }
        renamings.forEach(r -> move(r.old(), r.name()));
    }

    private void move(TableName old, TableName name) {
        Table table = store.table(old).orElseThrow();
        List<Row> rows = List.copyOf(store.rows(table));
        List<StoredProgram> triggers = store.programs(old.schema()).stream()
                .filter(p -> p.isTriggerOf(table.tableName()))
                .toList();
        if (!triggers.isEmpty() && !old.schema().equals(name.schema())) {
            throw DatabaseErrors.triggerInWrongSchema().asException();
        }
        store.remove(table);
        triggers.forEach(t -> store.put(t.onTable(name.table())));
        store.put(table.withName(name));
        rows.forEach(r -> store.put(new Row(r.address(), name.schema(), name.table(), r.handle(), r.values())));
    }

    /** Applies a change that keeps the columns. */
    void change(TableName name, String privilege, UnaryOperator<TableStructure> how) {
        access.requireOnTable(privilege, name);
        Table table = store.requireTable(name);
        TableStructure structure = how.apply(table.structure());
        List<Integer> same = new ArrayList<>();
        for (int i = 0; i < structure.columns().size(); i++) {
            same.add(i);
        }
        rebuild(table, structure, same);
    }

    /** @param selected the session's schema, for a new name without one */
    void alter(Statement.AlterTable statement, TableName name, String selected) {
        access.requireOnTable("ALTER", name);
        Table table = store.requireTable(name);
        List<AlterSpec.RenameTo> renamings = statement.specs().stream()
                .filter(AlterSpec.RenameTo.class::isInstance)
                .map(AlterSpec.RenameTo.class::cast)
                .toList();
        StructureEditor.Edited edited = StructureEditor.alter(
                new Statement.AlterTable(name, statement.specs()),
                table.structure(),
                DdlEngine.server(store.dialect()));
        if (renamings.isEmpty()) {
            rebuild(partitions(statement, table), edited.structure(), edited.sources());
            return;
        }
        TableName wanted = renamings.get(renamings.size() - 1).name();
        TableName target = wanted.schema().isEmpty()
                ? new TableName(selected.isEmpty() ? name.schema() : selected, wanted.table())
                : wanted;
        store.requireSchema(target.schema());
        if (!target.equals(name) && store.table(target).isPresent()) {
            throw DatabaseErrors.tableExists(store.dialect(), target).asException();
        }
        rebuild(table, edited.structure(), edited.sources());
        if (!target.equals(name)) {
            move(name, target);
        }
    }

    /** Applies partition changes to the rows before the structure changes. */
    private Table partitions(Statement.AlterTable statement, Table table) {
        List<PartitionChange> changes = statement.specs().stream()
                .filter(AlterSpec.Partitions.class::isInstance)
                .map(spec -> ((AlterSpec.Partitions) spec).what())
                .toList();
        changes.forEach(change -> new PartitionRunner(store).apply(change, table));
        return changes.isEmpty() ? table : store.requireTable(table.tableName());
    }

    /** Rewrites the rows whose columns or keys changed. */
    private void rebuild(Table table, TableStructure structure, List<Integer> sources) {
        checkLimits(structure);
        Table empty = new Table(
                table.address(),
                table.schema(),
                table.name(),
                structure,
                null,
                0,
                Math.max(table.nextId(), structure.autoIncrement()),
                table.nextHandle());
        List<Row> old = List.copyOf(store.rows(table));
        RowKeys handles = new RowKeys(structure, store.dialect());
        List<Row> rows = new ArrayList<>();
        long nextHandle = table.nextHandle();
        long nextId = empty.nextId();
        for (Row row : old) {
            List<@Nullable String> values = new ArrayList<>();
            for (int i = 0; i < sources.size(); i++) {
                Column column = structure.columns().get(i);
                String value = sources.get(i) < 0
                        ? RebuiltValues.added(column, nextId, store.draft().now())
                        : RebuiltValues.converted(
                                column,
                                table.structure().columns().get(sources.get(i)),
                                row.values().get(sources.get(i)),
                                rows.size() + 1);
                nextId = column.autoIncrement() ? Math.max(nextId, RebuiltValues.following(value)) : nextId;
                values.add(value);
            }
            Optional<String> key = structure.primaryKey().flatMap(p -> handles.key(p, values));
            boolean keepsHandle = table.structure().primaryKey().isEmpty();
            String handle = key.orElseGet(() -> keepsHandle ? row.handle() : "");
            if (handle.isEmpty()) {
                handle = RowKeys.of(nextHandle++);
            }
            rows.add(new Row(row.address(), row.schema(), row.table(), handle, Collections.unmodifiableList(values)));
        }
        checkKeys(structure, handles, rows, table.name());
        store.empty(table);
        store.put(empty.counting(rows.size(), nextId, nextHandle));
        rows.forEach(store::put);
    }

    private void checkKeys(TableStructure structure, RowKeys handles, List<Row> rows, String table) {
        for (Index index : structure.indexes()) {
            boolean unique = index.kind() == Index.Kind.PRIMARY || index.kind() == Index.Kind.UNIQUE;
            Set<String> seen = new HashSet<>();
            for (Row row : rows) {
                Optional<String> key = unique ? handles.key(index, row.values()) : Optional.empty();
                if (key.isPresent() && !seen.add(key.get())) {
                    throw DatabaseErrors.duplicateEntry(
                                    store.dialect(), handles.shown(index, row.values()), table, index.name())
                            .asException();
                }
            }
        }
    }
}
