package dev.dmock.sql.structure;

import dev.dmock.sql.DdlKind;
import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.TableOption;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.parser.SqlParser;
import dev.dmock.sql.statement.AlterSpec;
import dev.dmock.sql.statement.KeyDefinition;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.StatementError;
import dev.dmock.sql.token.TableName;
import dev.dmock.version.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a DDL statement, as DM's sync unit reads it from the binlog: verified against
 * DM v5.3.0 and v8.1.0.
 */
public final class DdlOperation {

    private final Statement statement;
    private final DdlKind change;
    private final List<TableName> tables;

    private DdlOperation(Statement statement, DdlKind change, TableName... tables) {
        this.statement = statement;
        this.change = change;
        this.tables = List.of(tables);
    }

    public DdlKind change() {
        return change;
    }

    /** Returns DM's event name, as used in binlog event filters; always "alter table" for ALTER TABLE. */
    public String eventType() {
        return statement instanceof Statement.AlterTable ? "alter table" : change.eventType();
    }

    /** Returns the affected tables: old and new for a rename, both for EXCHANGE PARTITION, table "" for a schema. */
    public List<TableName> tables() {
        return tables;
    }

    /** Returns whether this is RENAME TABLE rather than ALTER TABLE … RENAME. */
    public boolean isRenameTable() {
        return statement instanceof Statement.RenameTables;
    }

    /** Returns the same operation for another table. */
    public DdlOperation onto(TableName table) {
        List<TableName> others = new ArrayList<>(tables);
        others.set(0, table);
        Statement about = statement instanceof Statement.AlterTable alter
                ? new Statement.AlterTable(table, alter.specs())
                : statement instanceof Statement.CreateIndex create
                        ? new Statement.CreateIndex(create.index(), table)
                        : statement instanceof Statement.DropIndex drop
                                ? new Statement.DropIndex(drop.name(), table)
                                : statement;
        return new DdlOperation(about, change, others.toArray(TableName[]::new));
    }

    /** Returns the ALTER TABLE whose strings have an explicit character set, as DM before v8 wrote it. */
    public DdlOperation withIntroducers() {
        if (statement instanceof Statement.AlterTable alter) {
            List<AlterSpec> said =
                    alter.specs().stream().map(AlterSpec::withIntroducers).toList();
            return new DdlOperation(
                    new Statement.AlterTable(alter.name(), said), change, tables.toArray(TableName[]::new));
        }
        return this;
    }

    /** Formats the statement as TiDB's parser restores it, with its own names. */
    public String restore() {
        return restore(UnaryOperator.identity());
    }

    /** Formats the statement as TiDB's parser restores it, for other tables. */
    public String restore(UnaryOperator<TableName> rename) {
        List<TableName> to = tables.stream().map(rename).toList();
        TableName first = to.get(0);
        if (statement instanceof Statement.CreateDatabase create) {
            return "CREATE DATABASE IF NOT EXISTS " + TableName.quote(first.schema())
                    + databaseOptions(create.options());
        }
        if (statement instanceof Statement.AlterDatabase alter) {
            return "ALTER DATABASE " + TableName.quote(first.schema()) + databaseOptions(alter.options());
        }
        if (statement instanceof Statement.DropDatabase) {
            return "DROP DATABASE IF EXISTS " + TableName.quote(first.schema());
        }
        if (statement instanceof Statement.CreateTable create) {
            return create.named(first).unlessExists().restore();
        }
        if (statement instanceof Statement.CreateTableLike) {
            return "CREATE TABLE IF NOT EXISTS " + first.restored() + " LIKE "
                    + to.get(1).restored();
        }
        if (statement instanceof Statement.DropTables) {
            return "DROP TABLE IF EXISTS " + first.restored();
        }
        if (statement instanceof Statement.Truncate) {
            return "TRUNCATE TABLE " + first.restored();
        }
        if (statement instanceof Statement.RenameTables) {
            return "RENAME TABLE " + first.restored() + " TO " + to.get(1).restored();
        }
        if (statement instanceof Statement.CreateIndex create) {
            return new Statement.CreateIndex(create.index(), first).restore();
        }
        if (statement instanceof Statement.DropIndex drop) {
            return "DROP INDEX /*T! IF EXISTS  */" + TableName.quote(drop.name()) + " ON " + first.restored();
        }
        AlterSpec spec = ((Statement.AlterTable) statement).specs().get(0);
        AlterSpec renamed = spec;
        if (spec instanceof AlterSpec.RenameTo) {
            renamed = new AlterSpec.RenameTo(to.get(1));
        } else if (spec instanceof AlterSpec.Partitions partitions && to.size() > 1) {
            renamed = new AlterSpec.Partitions(partitions.what().with(to.get(1)));
        }
        return "ALTER TABLE " + first.restored() + ' ' + renamed.restore();
    }

    /**
     * Returns the structure after this operation in TiDB's dialect, as the tracker of DM's sync unit keeps it.
     * A rename does not change the structure.
     *
     * @param before the structure before; null for a new or unknown table
     * @return empty if the table is dropped or unknown
     * @param engine the engine of the tracker
     * @param schema character set and collation of the schema, for a new table
     * @throws DatabaseException with TiDB's error, for example 1060 for a duplicate column
     */
    public Optional<TableStructure> applyTo(
            @Nullable TableStructure before, DdlEngine engine, Charsets.Characters schema) {
        try {
            return after(before, engine, schema);
        } catch (StatementError e) {
            throw e.asServer(Dialect.TIDB).asException();
        }
    }

    private Optional<TableStructure> after(
            @Nullable TableStructure before, DdlEngine engine, Charsets.Characters schema) {
        TableName table = tables.get(0);
        if (statement instanceof Statement.CreateTable create) {
            return Optional.of(
                    StructureEditor.create(create.named(table), engine, schema.charset(), schema.collation()));
        }
        if (before == null || table.table().isEmpty() || statement instanceof Statement.DropTables) {
            return Optional.empty();
        }
        if (statement instanceof Statement.CreateIndex create) {
            return Optional.of(StructureEditor.createIndex(create, before, engine));
        }
        if (statement instanceof Statement.DropIndex drop) {
            return Optional.of(StructureEditor.dropIndex(drop, before, engine));
        }
        if (statement instanceof Statement.AlterTable alter) {
            List<AlterSpec> followed = alter.specs().stream()
                    .filter(spec -> isFollowed(spec, engine))
                    .toList();
            Statement.AlterTable one = new Statement.AlterTable(table, followed);
            return Optional.of(StructureEditor.alter(one, before, engine).structure());
        }
        return Optional.of(before);
    }

    /** No tracker tracks added foreign keys; v8's ignores dropped foreign keys and AUTO_INCREMENT, too. */
    private static boolean isFollowed(AlterSpec spec, DdlEngine engine) {
        if (spec instanceof AlterSpec.AddKey add) {
            return !(add.key() instanceof KeyDefinition.ForeignKeyDef);
        }
        boolean all = engine != DdlEngine.TRACKER_V8;
        boolean number = spec instanceof AlterSpec.Options set
                && set.options().stream().allMatch(o -> o.name().equals("AUTO_INCREMENT"));
        return all || !(spec instanceof AlterSpec.DropForeignKey || number);
    }

    /** Returns a schema's character set and collation after this CREATE or ALTER DATABASE. */
    public Charsets.Characters characters(Charsets.Characters before) {
        List<TableOption> options = statement instanceof Statement.CreateDatabase create
                ? create.options()
                : statement instanceof Statement.AlterDatabase alter ? alter.options() : List.of();
        return Charsets.Characters.of(options, before.charset(), before.collation(), Dialect.TIDB);
    }

    private static String databaseOptions(List<TableOption> options) {
        StringBuilder text = new StringBuilder();
        for (TableOption option : options) {
            text.append(' ')
                    .append(option.name())
                    .append(" = ")
                    .append(option.value().text());
        }
        return text.toString();
    }

    /**
     * Parses a statement of an upstream's binlog and splits it as DM does.
     *
     * @param schema the session's schema, for unqualified names
     * @return the operations; empty for a statement that DM does not migrate as DDL, such as one about accounts or views
     * @throws DatabaseException if it cannot be parsed
     */
    public static List<DdlOperation> split(String sql, String schema) {
        Statement statement = SqlParser.parse(sql, Dialect.MYSQL);
        List<DdlOperation> all = new ArrayList<>();
        if (statement instanceof Statement.CreateDatabase s) {
            all.add(new DdlOperation(s, DdlKind.CREATE_DATABASE, new TableName(s.name(), "")));
        } else if (statement instanceof Statement.AlterDatabase s) {
            String name = s.name().isEmpty() ? schema : s.name();
            all.add(new DdlOperation(s, DdlKind.ALTER_DATABASE, new TableName(name, "")));
        } else if (statement instanceof Statement.DropDatabase s) {
            all.add(new DdlOperation(s, DdlKind.DROP_DATABASE, new TableName(s.name(), "")));
        } else if (statement instanceof Statement.CreateTable s) {
            all.add(new DdlOperation(s, DdlKind.CREATE_TABLE, s.name().in(schema)));
        } else if (statement instanceof Statement.CreateTableLike s) {
            all.add(new DdlOperation(
                    s, DdlKind.CREATE_TABLE, s.name().in(schema), s.like().in(schema)));
        } else if (statement instanceof Statement.DropTables s) {
            s.names().forEach(n -> all.add(new DdlOperation(s, DdlKind.DROP_TABLE, n.in(schema))));
        } else if (statement instanceof Statement.Truncate s) {
            all.add(new DdlOperation(s, DdlKind.TRUNCATE_TABLE, s.name().in(schema)));
        } else if (statement instanceof Statement.RenameTables s) {
            s.renamings()
                    .forEach(r -> all.add(new DdlOperation(
                            s,
                            DdlKind.RENAME_TABLE,
                            r.old().in(schema),
                            r.name().in(schema))));
        } else if (statement instanceof Statement.CreateIndex s) {
            all.add(new DdlOperation(s, DdlKind.CREATE_INDEX, s.table().in(schema)));
        } else if (statement instanceof Statement.DropIndex s) {
            all.add(new DdlOperation(s, DdlKind.DROP_INDEX, s.table().in(schema)));
        } else if (statement instanceof Statement.AlterTable s) {
            splitAlter(s, schema, all);
        }
        return List.copyOf(all);
    }

    /** Returns the error of TiDB's parser, in that generation of DM, for a statement that it cannot parse. */
    public static Optional<String> fault(String sql, Generation generation) {
        try {
            SqlParser.parseAll(sql, generation);
            return Optional.empty();
        } catch (StatementError e) {
            return Optional.of(e.parserText());
        }
    }

    /** Splits an ALTER TABLE into one statement per change; changes after a rename use the new name. */
    private static void splitAlter(Statement.AlterTable alter, String schema, List<DdlOperation> all) {
        TableName table = alter.name().in(schema);
        for (AlterSpec spec : alter.specs()) {
            Statement one = new Statement.AlterTable(table, List.of(spec));
            if (spec instanceof AlterSpec.RenameTo to) {
                TableName renamed = to.name().in(schema);
                all.add(new DdlOperation(one, DdlKind.RENAME_TABLE, table, renamed));
                table = renamed;
            } else if (spec instanceof AlterSpec.Partitions partitions
                    && partitions.what().table() != null) {
                all.add(new DdlOperation(
                        one, spec.change(), table, partitions.what().table().in(schema)));
            } else {
                all.add(new DdlOperation(one, spec.change(), table));
            }
        }
    }
}
