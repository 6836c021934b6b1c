package dev.dmock.sql.parser;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.Partitioning;
import dev.dmock.sql.model.TableOption;
import dev.dmock.sql.statement.AlterSpec;
import dev.dmock.sql.statement.ColumnDefinition;
import dev.dmock.sql.statement.KeyDefinition;
import dev.dmock.sql.statement.PartitionChange;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import dev.dmock.sql.token.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses CREATE TABLE and ALTER TABLE. */
final class TableParser {

    private final TokenReader in;
    private final ColumnParser columns;
    private final KeyParser keys;
    private final OptionParser options;
    private final PartitionParser partitions;

    TableParser(TokenReader in) {
        this.in = in;
        this.columns = new ColumnParser(in);
        this.keys = new KeyParser(in);
        this.options = new OptionParser(in);
        this.partitions = new PartitionParser(in);
    }

    /** Parses the text after CREATE TABLE. */
    Statement create() {
        boolean ifNotExists = in.accept("IF", "NOT", "EXISTS");
        TableName name = in.tableName();
        if (in.accept("LIKE")) {
            return new Statement.CreateTableLike(name, ifNotExists, in.tableName());
        }
        if (in.accept("(", "LIKE")) {
            TableName like = in.tableName();
            in.expect(")");
            return new Statement.CreateTableLike(name, ifNotExists, like);
        }
        if (in.sees("AS") || in.sees("SELECT") || in.sees("(", "SELECT")) {
            return select(name);
        }
        List<ColumnDefinition> columnDefs = new ArrayList<>();
        List<KeyDefinition> keyDefs = new ArrayList<>();
        in.expect("(");
        do {
            if (keys.check()) {
                continue;
            }
            Optional<KeyDefinition> key = keys.key();
            key.ifPresent(keyDefs::add);
            if (key.isEmpty()) {
                columnDefs.add(columns.column());
            }
        } while (in.accept(","));
        in.expect(")");
        List<TableOption> tableOptions = options.ofTable();
        Partitioning partitioning = in.accept("PARTITION", "BY") ? partitions.by() : null;
        if (in.sees("AS") || in.sees("SELECT") || in.sees("IGNORE") || in.sees("REPLACE")) {
            return select(name);
        }
        return new Statement.CreateTable(
                name, ifNotExists, List.copyOf(columnDefs), List.copyOf(keyDefs), tableOptions, partitioning);
    }

    private Statement select(TableName name) {
        if (!in.accept("IGNORE")) {
            in.accept("REPLACE");
        }
        in.accept("AS");
        if (!QueryParser.seesQuery(in)) {
            throw in.unexpected();
        }
        new SelectParser(in).tables();
        return new Statement.CreateTableSelect(name);
    }

    /** Parses the text after ALTER TABLE. */
    Statement alter() {
        TableName name = in.tableName();
        List<AlterSpec> specs = new ArrayList<>();
        if (!in.atEnd()) {
            do {
                spec(specs);
            } while (in.accept(","));
        }
        return new Statement.AlterTable(name, List.copyOf(specs));
    }

    private void spec(List<AlterSpec> specs) {
        PartitionChange change = partitions.change();
        if (change != null) {
            specs.add(new AlterSpec.Partitions(change));
        } else if (in.accept("ADD")) {
            add(specs);
        } else if (in.accept("DROP")) {
            specs.add(drop());
        } else if (in.accept("MODIFY")) {
            in.accept("COLUMN");
            specs.add(new AlterSpec.ModifyColumn(columns.column(), position()));
        } else if (in.accept("CHANGE")) {
            in.accept("COLUMN");
            String old = in.name();
            specs.add(new AlterSpec.ChangeColumn(old, columns.column(), position()));
        } else if (in.accept("RENAME")) {
            specs.add(rename());
        } else if (in.accept("ALTER")) {
            specs.add(alterDefault());
        } else if (in.accept("CONVERT", "TO")) {
            specs.add(convert());
        } else if (options.seesOption()) {
            specs.add(new AlterSpec.Options(options.ofTable()));
        } else if (in.accept("ALGORITHM") || in.accept("LOCK")) {
            in.accept("=");
            in.wordOrString();
        } else if (in.sees("ORDER", "BY")
                || in.sees("DISABLE")
                || in.sees("ENABLE")
                || in.sees("FORCE")
                || in.sees("DISCARD")
                || in.sees("IMPORT")) {
            throw in.unsupported("alter table ... " + in.peek().text());
        } else {
            throw in.unexpected();
        }
    }

    private void add(List<AlterSpec> specs) {
        if (in.sees("PARTITION")) {
            specs.add(new AlterSpec.Partitions(partitions.add()));
            return;
        }
        Optional<KeyDefinition> key = keys.key();
        if (key.isPresent()) {
            specs.add(new AlterSpec.AddKey(key.get()));
            return;
        }
        in.accept("COLUMN");
        boolean ifNotExists = in.dialect() == Dialect.TIDB && in.accept("IF", "NOT", "EXISTS");
        if (in.accept("(")) {
            do {
                specs.add(new AlterSpec.AddColumn(columns.column(), AlterSpec.Position.NONE, ifNotExists));
            } while (in.accept(","));
            in.expect(")");
        } else {
            specs.add(new AlterSpec.AddColumn(columns.column(), position(), ifNotExists));
        }
    }

    private AlterSpec drop() {
        if (in.accept("PRIMARY", "KEY")) {
            return new AlterSpec.DropPrimaryKey();
        } else if (in.accept("FOREIGN", "KEY")) {
            return new AlterSpec.DropForeignKey(in.name());
        } else if (keys.acceptKeyOrIndex()) {
            return new AlterSpec.DropIndex(in.name());
        }
        in.accept("COLUMN");
        boolean ifExists = in.dialect() == Dialect.TIDB && in.accept("IF", "EXISTS");
        AlterSpec spec = new AlterSpec.DropColumn(in.name(), ifExists);
        if (!in.accept("RESTRICT")) {
            in.accept("CASCADE");
        }
        return spec;
    }

    private AlterSpec rename() {
        if (in.accept("COLUMN")) {
            String old = in.name();
            in.expect("TO");
            return new AlterSpec.RenameColumn(old, in.name());
        }
        if (keys.acceptKeyOrIndex()) {
            String old = in.name();
            in.expect("TO");
            return new AlterSpec.RenameIndex(old, in.name());
        }
        if (!in.accept("TO") && !in.accept("AS")) {
            in.accept("=");
        }
        return new AlterSpec.RenameTo(in.tableName());
    }

    private AlterSpec alterDefault() {
        in.accept("COLUMN");
        String column = in.name();
        if (in.accept("DROP", "DEFAULT")) {
            return new AlterSpec.AlterDefault(column, null);
        }
        in.expect("SET", "DEFAULT");
        return new AlterSpec.AlterDefault(column, columns.constant());
    }

    private AlterSpec convert() {
        if (!in.accept("CHARSET")) {
            in.expect("CHARACTER", "SET");
        }
        String charset = Charsets.known(in.wordOrString(), in.dialect(), in.knowsGbk());
        String collation = in.accept("COLLATE") ? in.wordOrString().toLowerCase(Locale.ROOT) : null;
        return new AlterSpec.Convert(charset, collation);
    }

    private AlterSpec.Position position() {
        if (in.accept("FIRST")) {
            return new AlterSpec.Position(true, null);
        }
        return in.accept("AFTER") ? new AlterSpec.Position(false, in.name()) : AlterSpec.Position.NONE;
    }
}
