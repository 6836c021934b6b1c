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
 * One operation of a statement that changes structures, as DM's sync unit takes it from the binlog: verified against
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

    /** DM's name of the event in its binlog event filters; that of ALTER TABLE whatever it alters. */
    public String eventType() {
        return statement instanceof Statement.AlterTable ? "alter table" : change.eventType();
    }

    /** The tables it is about; of a renaming the old and the new one, of EXCHANGE PARTITION also the other one; with table "" where it is about a schema. */
    public List<TableName> tables() {
        return tables;
    }

    /** Whether it is RENAME TABLE, and not ALTER TABLE … RENAME. */
    public boolean isRenameTable() {
        return statement instanceof Statement.RenameTables;
    }

    /** The same operation about another table. */
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

    /** The same ALTER TABLE with strings that say their character set, as DM wrote it before v8. */
    public DdlOperation withIntroducers() {
        if (statement instanceof Statement.AlterTable alter) {
            List<AlterSpec> said =
                    alter.specs().stream().map(AlterSpec::withIntroducers).toList();
            return new DdlOperation(
                    new Statement.AlterTable(alter.name(), said), change, tables.toArray(TableName[]::new));
        }
        return this;
    }

    /** The statement as TiDB's parser restores it, with the names it has. */
    public String restore() {
        return restore(UnaryOperator.identity());
    }

    /** The statement as TiDB's parser restores it for other tables. */
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
     * The structure of the table after this operation, as the tracker of DM's sync unit keeps it, in TiDB's dialect.
     * A renaming leaves it as it is.
     *
     * @param before the structure that the table had; null for a table that is created, or is not known
     * @return empty if the table is gone then, or nothing is known of it
     * @param engine whose tracker it is
     * @param schema character set and collation of the schema, for a table that is created
     * @throws DatabaseException with TiDB's error, for example 1060 for a column that is there already
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

    /** No tracker follows foreign keys that are added; v8's follows none that is dropped and no next number. */
    private static boolean isFollowed(AlterSpec spec, DdlEngine engine) {
        if (spec instanceof AlterSpec.AddKey add) {
            return !(add.key() instanceof KeyDefinition.ForeignKeyDef);
        }
        boolean all = engine != DdlEngine.TRACKER_V8;
        boolean number = spec instanceof AlterSpec.Options set
                && set.options().stream().allMatch(o -> o.name().equals("AUTO_INCREMENT"));
        return all || !(spec instanceof AlterSpec.DropForeignKey || number);
    }

    /** The character set and collation of a schema with this CREATE or ALTER DATABASE. */
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
     * Reads a statement of an upstream's binlog and takes it apart as DM does.
     *
     * @param schema the session's schema, for names without one
     * @return the operations; empty for a statement that DM does not migrate as DDL, such as one about accounts or views
     * @throws DatabaseException if it cannot be read
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

    /** What the parser of that generation of DM, which is TiDB's, says of a statement that it cannot read. */
    public static Optional<String> fault(String sql, Generation generation) {
        try {
            SqlParser.parseAll(sql, generation);
            return Optional.empty();
        } catch (StatementError e) {
            return Optional.of(e.parserText());
        }
    }

    /** Each change becomes a statement of its own; those behind a renaming are about the new name. */
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
