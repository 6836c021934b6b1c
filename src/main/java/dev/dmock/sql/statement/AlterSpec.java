package dev.dmock.sql.statement;

import dev.dmock.sql.DdlKind;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.Literal;
import dev.dmock.sql.model.TableOption;
import dev.dmock.sql.token.TableName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One specification of an ALTER TABLE. */
public sealed interface AlterSpec {

    /** Returns the kind that DM's filters and shard locks distinguish. */
    DdlKind change();

    /** Formats it as TiDB's parser restores it; table names are already the target names. */
    String restore();

    /** Returns a copy whose strings have an explicit character set. */
    default AlterSpec withIntroducers() {
        return this;
    }

    /** The position of a column; without FIRST or AFTER a new column goes last and an existing one stays. */
    public record Position(boolean first, @Nullable String after) {

        public static final Position NONE = new Position(false, null);

        String restore() {
            return first ? " FIRST" : after != null ? " AFTER " + TableName.quote(after) : "";
        }
    }

    record AddColumn(ColumnDefinition column, Position position, boolean ifNotExists) implements AlterSpec {

        @Override
        public DdlKind change() {
            return DdlKind.ADD_COLUMN;
        }

        @Override
        public String restore() {
            return "ADD COLUMN " + (ifNotExists ? "IF NOT EXISTS " : "") + column.restore() + position.restore();
        }

        @Override
        public AlterSpec withIntroducers() {
            return new AddColumn(column.withIntroducers(), position, ifNotExists);
        }
    }

    record DropColumn(String column, boolean ifExists) implements AlterSpec {

        @Override
        public DdlKind change() {
            return DdlKind.DROP_COLUMN;
        }

        @Override
        public String restore() {
            return "DROP COLUMN " + (ifExists ? "IF EXISTS " : "") + TableName.quote(column);
        }
    }

    record ModifyColumn(ColumnDefinition column, Position position) implements AlterSpec {

        @Override
        public DdlKind change() {
            return DdlKind.MODIFY_COLUMN;
        }

        @Override
        public String restore() {
            return "MODIFY COLUMN " + column.restore() + position.restore();
        }

        @Override
        public AlterSpec withIntroducers() {
            return new ModifyColumn(column.withIntroducers(), position);
        }
    }

    record ChangeColumn(String old, ColumnDefinition column, Position position) implements AlterSpec {

        @Override
        public DdlKind change() {
            return old.equalsIgnoreCase(column.name()) ? DdlKind.MODIFY_COLUMN : DdlKind.RENAME_COLUMN;
        }

        @Override
        public String restore() {
            return "CHANGE COLUMN " + TableName.quote(old) + ' ' + column.restore() + position.restore();
        }

        @Override
        public AlterSpec withIntroducers() {
            return new ChangeColumn(old, column.withIntroducers(), position);
        }
    }

    record RenameColumn(String old, String name) implements AlterSpec {

        @Override
        public DdlKind change() {
            return DdlKind.RENAME_COLUMN;
        }

        @Override
        public String restore() {
            return "RENAME COLUMN " + TableName.quote(old) + " TO " + TableName.quote(name);
        }
    }

    /** Sets or drops a default. */
    record AlterDefault(String column, @Nullable Literal value) implements AlterSpec {

        @Override
        public DdlKind change() {
            return DdlKind.ALTER_DEFAULT;
        }

        @Override
        public String restore() {
            return "ALTER COLUMN "
                    + TableName.quote(column)
                    + (value == null ? " DROP DEFAULT" : " SET DEFAULT " + value.restore());
        }

        @Override
        public AlterSpec withIntroducers() {
            return new AlterDefault(column, value == null ? null : value.introduced());
        }
    }

    record AddKey(KeyDefinition key) implements AlterSpec {

        @Override
        public DdlKind change() {
            return key instanceof KeyDefinition.IndexDef index && index.kind() == Index.Kind.PRIMARY
                    ? DdlKind.ADD_PRIMARY_KEY
                    : DdlKind.ADD_INDEX;
        }

        @Override
        public String restore() {
            return "ADD " + key.restore();
        }
    }

    record DropIndex(String name) implements AlterSpec {

        @Override
        public DdlKind change() {
            return DdlKind.DROP_INDEX;
        }

        @Override
        public String restore() {
            return "DROP INDEX " + TableName.quote(name);
        }
    }

    record DropPrimaryKey() implements AlterSpec {

        @Override
        public DdlKind change() {
            return DdlKind.DROP_PRIMARY_KEY;
        }

        @Override
        public String restore() {
            return "DROP PRIMARY KEY";
        }
    }

    record DropForeignKey(String name) implements AlterSpec {

        @Override
        public DdlKind change() {
            return DdlKind.DROP_INDEX;
        }

        @Override
        public String restore() {
            return "DROP FOREIGN KEY " + TableName.quote(name);
        }
    }

    record RenameIndex(String old, String name) implements AlterSpec {

        @Override
        public DdlKind change() {
            return DdlKind.RENAME_INDEX;
        }

        @Override
        public String restore() {
            return "RENAME INDEX " + TableName.quote(old) + " TO " + TableName.quote(name);
        }
    }

    record RenameTo(TableName name) implements AlterSpec {

        @Override
        public DdlKind change() {
            return DdlKind.RENAME_TABLE;
        }

        @Override
        public String restore() {
            return "RENAME AS " + name.restored();
        }
    }

    record Options(List<TableOption> options) implements AlterSpec {

        @Override
        public DdlKind change() {
            return DdlKind.TABLE_OPTION;
        }

        @Override
        public String restore() {
            boolean pair = options.size() == 2
                    && options.get(0).name().equals("CHARACTER SET")
                    && options.get(1).name().equals("COLLATE");
            if (pair) {
                return "CHARACTER SET " + options.get(0).value().text().toUpperCase(Locale.ROOT) + " COLLATE "
                        + options.get(1).value().text().toUpperCase(Locale.ROOT);
            }
            return options.stream().map(TableOption::restore).collect(Collectors.joining(" "));
        }
    }

    /** Changes the character set of the table and of its columns. */
    record Convert(String charset, @Nullable String collation) implements AlterSpec {

        @Override
        public DdlKind change() {
            return DdlKind.TABLE_OPTION;
        }

        @Override
        public String restore() {
            return "CONVERT TO CHARACTER SET "
                    + charset.toUpperCase(Locale.ROOT)
                    + (collation == null ? "" : " COLLATE " + collation.toUpperCase(Locale.ROOT));
        }
    }

    /** Changes partitions. */
    record Partitions(PartitionChange what) implements AlterSpec {

        @Override
        public DdlKind change() {
            return DdlKind.PARTITIONS;
        }

        @Override
        public String restore() {
            return what.restore();
        }
    }
}
