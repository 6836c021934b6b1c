package dev.dmock.sql.statement;

import dev.dmock.sql.model.Literal;
import dev.dmock.sql.model.Partitioning;
import dev.dmock.sql.model.TableOption;
import dev.dmock.sql.token.TableName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A parsed statement. */
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

        /** Returns a copy for another table. */
        public CreateTable named(TableName other) {
            return new CreateTable(other, ifNotExists, columns, keys, options, partitioning);
        }

        public CreateTable unlessExists() {
            return new CreateTable(name, true, columns, keys, options, partitioning);
        }

        /** Formats the statement as TiDB's parser restores it. */
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
     * @param alters whether it is ALTER VIEW, which requires an existing view
     * @param select as written
     * @param reads the tables that it reads
     */
    record CreateView(
            TableName name,
            boolean orReplace,
            boolean alters,
            List<String> columns,
            String select,
            List<TableName> reads)
            implements Statement {}

    /** A maintenance statement such as ANALYZE TABLE, which has no effect. */
    record Maintenance(List<TableName> tables, boolean logged) implements Statement {}

    /** LOCK TABLES and UNLOCK TABLES, which have no effect because there is no concurrent session. */
    record LockTables() implements Statement {}

    record DropViews(List<TableName> names, boolean ifExists) implements Statement {}

    /** CREATE TABLE … SELECT. */
    record CreateTableSelect(TableName name) implements Statement {}

    /**
     * A trigger, procedure, function or event.
     *
     * @param tableSchema the schema of a trigger's table if specified, else ""
     * @param unsafe whether it is a function without characteristics that make it safe for the binlog
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

    /** The transaction control operation. */
    enum Control {
        BEGIN,
        END,
        PREPARE,
        COMMIT,
        ROLLBACK
    }

    /** Assignments to session variables. */
    record SetSession(List<Assignment> assignments) implements Statement {

        /** An assignment to one variable, with its name in lower case. */
        public record Assignment(String variable, String value) {}
    }

    record CreateUsers(List<Credentials> users, boolean ifNotExists) implements Statement {}

    /** A new password for existing accounts. */
    record SetPasswords(List<Credentials> users) implements Statement {}

    /** An account and its password; null if unspecified. */
    record Credentials(AccountName account, @Nullable String password) {}

    /** A user name and its allowed host. */
    record AccountName(String user, String host) {}

    record DropUsers(List<AccountName> users, boolean ifExists) implements Statement {}

    record Grant(List<String> privileges, TableName level, List<Credentials> users, boolean grantOption)
            implements Statement {}

    record Revoke(List<String> privileges, TableName level, List<AccountName> users) implements Statement {}

    /** Revokes all privileges on all levels. */
    record RevokeAll(List<AccountName> users) implements Statement {}

    record FlushLogs() implements Statement {}

    /** A FLUSH statement such as FLUSH PRIVILEGES, which has no effect. */
    record Nothing() implements Statement {}

    record PurgeLogs(String upTo) implements Statement {}

    record ResetMaster() implements Statement {}

    record SetGlobal(String variable, Literal value) implements Statement {}

    record Use(String schema) implements Statement {}

    /** A statement that the databases support and DMock does not. */
    record Other(String sql) implements Statement {}

    /** INSERT, REPLACE, UPDATE or DELETE. */
    record Dml(RowStatement change) implements Statement {}
}
