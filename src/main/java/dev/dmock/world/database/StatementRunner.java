package dev.dmock.world.database;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.parser.SqlParser;
import dev.dmock.sql.statement.RowStatement;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.structure.DdlEngine;
import dev.dmock.sql.structure.StructureEditor;
import dev.dmock.sql.structure.TidbLimits;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.account.Access;
import dev.dmock.world.database.account.AccountRunner;
import dev.dmock.world.database.binlog.BinlogWriter;
import dev.dmock.world.database.model.Binlog;
import dev.dmock.world.database.model.DatabaseSchema;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.SystemSchemas;
import dev.dmock.world.database.model.Variables;
import dev.dmock.world.database.row.StatementRows;
import java.util.List;

/** Executes statements atomically on a server, with the privileges of an account. */
final class StatementRunner {

    private final ServerStore store;
    private final Access access;
    private final BinlogWriter binlog;
    private final SessionSettings settings;
    private final SessionTransaction transaction;
    private final TableRunner tables;
    private final ProgramRunner programs;
    private final AccountRunner accounts;
    private String schema;

    /** @param schema the selected schema, "" for none */
    StatementRunner(ServerStore store, Access access, String schema) {
        this.store = store;
        this.access = access;
        this.binlog = new BinlogWriter(store);
        this.settings = new SessionSettings(store);
        this.transaction = new SessionTransaction(store, binlog, settings);
        this.tables = new TableRunner(store, access);
        this.programs = new ProgramRunner(store, access);
        this.accounts = new AccountRunner(store);
        this.schema = schema;
    }

    /** @throws DatabaseException with the server's error; then nothing has changed */
    void run(String sql) {
        Statement statement = SqlParser.parse(sql, store.dialect());
        if (statement instanceof Statement.Dml dml) {
            access.requireWrites(store.server());
            transaction.requireXa(true);
            change(dml.change(), sql);
        } else if (statement instanceof Statement.Xa xa) {
            transaction.control(xa);
        } else if (statement instanceof Statement.SetSession set) {
            set.assignments().forEach(a -> settings.set(a.variable(), a.value()));
        } else if (statement instanceof Statement.CallProcedure call) {
            programs.called(named(call.name())).forEach(this::run);
        } else {
            transaction.requireXa(false);
            outsideTransaction(statement, sql);
        }
    }

    /** Ends the session and rolls back uncommitted changes. */
    void end() {
        transaction.rollback();
    }

    private void outsideTransaction(Statement statement, String sql) {
        if (statement instanceof Statement.Transaction control) {
            transaction.control(control.control());
        } else if (statement instanceof Statement.Use use) {
            schema = store.requireSchema(use.schema()).name();
        } else if (statement instanceof Statement.FlushLogs) {
            access.requireGlobal("RELOAD");
            binlog.rotate();
        } else if (statement instanceof Statement.PurgeLogs purge) {
            access.requireGlobal("SUPER");
            binlog.purge(purge.upTo());
        } else if (statement instanceof Statement.ResetMaster) {
            access.requireGlobal("RELOAD");
            binlog.reset(Binlog.EMPTY);
        } else if (statement instanceof Statement.SetGlobal set) {
            access.requireGlobal("SUPER");
            store.put(Variables.set(store.server(), set.variable(), set.value().text()));
        } else if (statement instanceof Statement.LockTables) {
            transaction.commit();
        } else {
            access.requireWrites(store.server());
            transaction.commit();
            structureOrAccount(statement);
            if (isLogged(statement) && settings.isOn("sql_log_bin")) {
                binlog.statement(schema, sql);
            }
        }
    }

    private static boolean isLogged(Statement statement) {
        return !(statement instanceof Statement.Maintenance maintenance) || maintenance.logged();
    }

    private void structureOrAccount(Statement statement) {
        if (statement instanceof Statement.CreateDatabase s) {
            createDatabase(s);
        } else if (statement instanceof Statement.AlterDatabase s) {
            alterDatabase(s);
        } else if (statement instanceof Statement.DropDatabase s) {
            dropDatabase(s);
        } else if (statement instanceof Statement.CreateTable s) {
            tables.create(s, named(s.name()));
        } else if (statement instanceof Statement.CreateTableLike s) {
            tables.createLike(named(s.name()), named(s.like()), s.ifNotExists());
        } else if (statement instanceof Statement.DropTables s) {
            tables.drop(named(s.names()), s.ifExists(), false);
        } else if (statement instanceof Statement.DropViews s) {
            tables.drop(named(s.names()), s.ifExists(), true);
        } else if (statement instanceof Statement.Truncate s) {
            tables.truncate(named(s.name()));
        } else if (statement instanceof Statement.RenameTables s) {
            tables.rename(s.renamings().stream()
                    .map(r -> new Statement.Renaming(named(r.old()), named(r.name())))
                    .toList());
        } else if (statement instanceof Statement.CreateIndex s) {
            tables.change(
                    named(s.table()),
                    "INDEX",
                    b -> StructureEditor.createIndex(s, b, DdlEngine.server(store.dialect())));
        } else if (statement instanceof Statement.DropIndex s) {
            tables.change(
                    named(s.table()), "INDEX", b -> StructureEditor.dropIndex(s, b, DdlEngine.server(store.dialect())));
        } else if (statement instanceof Statement.AlterTable s) {
            tables.alter(s, named(s.name()), schema);
        } else if (statement instanceof Statement.CreateView s) {
            tables.createView(s, named(s.name()), named(s.reads()));
        } else if (statement instanceof Statement.Maintenance s) {
            named(s.tables()).forEach(n -> access.requireOnTable("INSERT", n));
        } else if (statement instanceof Statement.CreateTableSelect s) {
            tables.createSelect(named(s.name()));
        } else if (statement instanceof Statement.CreateProgram s) {
            programs.create(s, named(s.name()), schema);
        } else if (statement instanceof Statement.DropProgram s) {
            programs.drop(s, named(s.name()));
        } else {
            access.requireGlobal("CREATE USER", "SUPER");
            account(statement);
        }
    }

    private void account(Statement statement) {
        if (statement instanceof Statement.CreateUsers s) {
            accounts.create(s);
        } else if (statement instanceof Statement.SetPasswords s) {
            accounts.setPasswords(s);
        } else if (statement instanceof Statement.DropUsers s) {
            accounts.drop(s);
        } else if (statement instanceof Statement.Grant s) {
            accounts.grant(s, schema);
        } else if (statement instanceof Statement.Revoke s) {
            accounts.revoke(s, schema);
        } else if (statement instanceof Statement.RevokeAll s) {
            accounts.revokeAll(s);
        }
    }

    private TableName named(TableName name) {
        if (!name.schema().isEmpty()) {
            return name;
        }
        if (schema.isEmpty()) {
            throw DatabaseErrors.noDatabaseSelected().asException();
        }
        return new TableName(schema, name.table());
    }

    private List<TableName> named(List<TableName> names) {
        return names.stream().map(this::named).toList();
    }

    private void createDatabase(Statement.CreateDatabase statement) {
        access.requireOnSchema("CREATE", statement.name());
        StructureEditor.checkName(statement.name());
        boolean exists =
                store.schema(statement.name()).isPresent() || SystemSchemas.has(store.dialect(), statement.name());
        if (exists && !statement.ifNotExists()) {
            throw DatabaseErrors.databaseExists(statement.name()).asException();
        }
        if (!exists) {
            Charsets.Characters characters = Charsets.Characters.of(
                    statement.options(), Charsets.ofServer(store.dialect()), null, store.dialect());
            checkCollation(characters);
            store.put(new DatabaseSchema(
                    store.server().address(), statement.name(), characters.charset(), characters.collation()));
        }
    }

    private void alterDatabase(Statement.AlterDatabase statement) {
        String name = statement.name().isEmpty() ? schema : statement.name();
        if (name.isEmpty()) {
            throw DatabaseErrors.noDatabaseSelected().asException();
        }
        access.requireOnSchema("ALTER", name);
        DatabaseSchema old = store.requireSchema(name);
        Charsets.Characters characters =
                Charsets.Characters.of(statement.options(), old.charset(), old.collation(), store.dialect());
        checkCollation(characters);
        store.put(new DatabaseSchema(old.address(), old.name(), characters.charset(), characters.collation()));
    }

    private void checkCollation(Charsets.Characters characters) {
        if (store.dialect() == Dialect.TIDB) {
            TidbLimits.checkCollation(characters.collation());
        }
    }

    private void dropDatabase(Statement.DropDatabase statement) {
        access.requireOnSchema("DROP", statement.name());
        if (SystemSchemas.has(store.dialect(), statement.name())) {
            throw new DatabaseError(
                            1044,
                            "42000",
                            "Access denied for user '" + access.account().name() + "'@'%' to database '"
                                    + statement.name() + "'")
                    .asException();
        }
        store.schema(statement.name()).ifPresentOrElse(store::remove, () -> {
            if (!statement.ifExists()) {
                throw DatabaseErrors.noDatabaseToDrop(statement.name()).asException();
            }
        });
        if (statement.name().equals(schema)) {
            schema = "";
        }
    }

    private void change(RowStatement change, String sql) {
        StatementRows rows = new StatementRows(store, access);
        rows.change(change, schema);
        transaction.changed(schema, sql, rows.commit());
    }
}
