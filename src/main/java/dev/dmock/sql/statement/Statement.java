package dev.dmock.sql.statement;

import dev.dmock.sql.model.Literal;
import dev.dmock.sql.model.Partitioning;
import dev.dmock.sql.model.TableOption;
import dev.dmock.sql.token.TableName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement that is understood. */
public sealed interface Statement {

    record CreateDatabase(String name, boolean ifNotExists, List<TableOption> options) implements Statement {}

    record AlterDatabase(String name, List<TableOption> options) implements Statement {}

    record DropDatabase(String name, boolean ifExists) implements Statement {}

    record CreateTable(
            TableName name,
            boolean ifNotExists,
            List<ColumnDefinition> columns,
            List<KeyDefinition> keys,
            List<TableOption> options,
            @Nullable Partitioning partitioning)
            implements Statement {

        /** The same for another table. */
        public CreateTable named(TableName other) {
            return new CreateTable(other, ifNotExists, columns, keys, options, partitioning);
        }

        public CreateTable unlessExists() {
            return new CreateTable(name, true, columns, keys, options, partitioning);
        }

        /** As TiDB's parser restores it. */
        public String restore() {
            String columnsAndKeys = Stream.concat(
                            columns.stream().map(ColumnDefinition::restore),
                            keys.stream().map(KeyDefinition::restore))
                    .collect(Collectors.joining(",", "(", ")"));
            return "CREATE TABLE "
                    + (ifNotExists ? "IF NOT EXISTS " : "")
                    + name.restored()
                    + ' '
                    + columnsAndKeys
                    + options.stream().map(o -> ' ' + o.restore()).collect(Collectors.joining())
                    + (partitioning == null ? "" : ' ' + partitioning.restore());
        }
    }

    record CreateTableLike(TableName name, boolean ifNotExists, TableName like) implements Statement {}

    record DropTables(List<TableName> names, boolean ifExists) implements Statement {}

    record Truncate(TableName name) implements Statement {}

    record RenameTables(List<Renaming> renamings) implements Statement {}

    /** A table and its new name. */
    record Renaming(TableName old, TableName name) {}

    record CreateIndex(KeyDefinition.IndexDef index, TableName table) implements Statement {

        public String restore() {
            String kind = switch (index.kind()) {
                case UNIQUE -> "UNIQUE ";
                case FULLTEXT -> "FULLTEXT ";
                case SPATIAL -> "SPATIAL ";
                case PRIMARY, PLAIN -> "";
            };
            return "CREATE "
                    + kind
                    + "INDEX "
                    + TableName.quote(index.name() == null ? "" : index.name())
                    + " ON "
                    + table.restored()
                    + ' '
                    + KeyDefinition.IndexDef.restoreParts(index.parts())
                    + KeyDefinition.IndexDef.restoreOptions(index.using(), index.comment());
        }
    }

    record DropIndex(String name, TableName table) implements Statement {}

    record AlterTable(TableName name, List<AlterSpec> specs) implements Statement {}

    /**
     * A view.
     *
     * @param alters whether it is ALTER VIEW, whose view has to be there
     * @param select as it is written
     * @param reads the tables in it
     */
    record CreateView(
            TableName name,
            boolean orReplace,
            boolean alters,
            List<String> columns,
            String select,
            List<TableName> reads)
            implements Statement {}

    /** ANALYZE TABLE and its like, which change nothing. */
    record Maintenance(List<TableName> tables, boolean logged) implements Statement {}

    /** LOCK TABLES and UNLOCK TABLES; nobody else is there to be kept out. */
    record LockTables() implements Statement {}

    record DropViews(List<TableName> names, boolean ifExists) implements Statement {}

    /** CREATE TABLE … SELECT. */
    record CreateTableSelect(TableName name) implements Statement {}

    /**
     * A trigger, procedure, function or event.
     *
     * @param tableSchema the schema of a trigger's table where it was said, else ""
     * @param unsafe whether it is a function that says nothing about what it does
     */
    record CreateProgram(
            TableName name, ProgramDefinition definition, String tableSchema, boolean ifNotExists, boolean unsafe)
            implements Statement {}

    record DropProgram(ProgramDefinition.Kind kind, TableName name, boolean ifExists) implements Statement {}

    record CallProcedure(TableName name) implements Statement {}

    /** BEGIN, COMMIT and ROLLBACK. */
    record Transaction(Control control) implements Statement {}

    /** XA START, END, PREPARE, COMMIT and ROLLBACK. */
    record Xa(Control control, String xid, boolean onePhase) implements Statement {}

    /** What is done with a transaction. */
    enum Control {
        BEGIN,
        END,
        PREPARE,
        COMMIT,
        ROLLBACK
    }

    /** Variables of the session. */
    record SetSession(List<Assignment> assignments) implements Statement {

        /** One variable, its name in lower case. */
        public record Assignment(String variable, String value) {}
    }

    record CreateUsers(List<Credentials> users, boolean ifNotExists) implements Statement {}

    /** A new password for accounts that are there. */
    record SetPasswords(List<Credentials> users) implements Statement {}

    /** An account and its password; null where none was said. */
    record Credentials(AccountName account, @Nullable String password) {}

    /** A name and the host it may come from. */
    record AccountName(String user, String host) {}

    record DropUsers(List<AccountName> users, boolean ifExists) implements Statement {}

    record Grant(List<String> privileges, TableName level, List<Credentials> users, boolean grantOption)
            implements Statement {}

    record Revoke(List<String> privileges, TableName level, List<AccountName> users) implements Statement {}

    /** Takes away everything on all levels. */
    record RevokeAll(List<AccountName> users) implements Statement {}

    record FlushLogs() implements Statement {}

    /** FLUSH PRIVILEGES and the like, which change nothing here. */
    record Nothing() implements Statement {}

    record PurgeLogs(String upTo) implements Statement {}

    record ResetMaster() implements Statement {}

    record SetGlobal(String variable, Literal value) implements Statement {}

    record Use(String schema) implements Statement {}

    /** What the databases execute, but this one not. */
    record Other(String sql) implements Statement {}

    /** INSERT, REPLACE, UPDATE or DELETE. */
    record Dml(RowStatement change) implements Statement {}
}
