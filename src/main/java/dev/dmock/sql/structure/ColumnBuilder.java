package dev.dmock.sql.structure;

import dev.dmock.sql.expression.SqlValues;
import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnType;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.Literal;
import dev.dmock.sql.model.TypeDef;
import dev.dmock.sql.statement.ColumnDefinition;
import dev.dmock.sql.statement.ColumnOption;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import org.jspecify.annotations.Nullable;

/** Builds a column from its definition and fills in the database's defaults. */
final class ColumnBuilder {

    private static final int MAX_CHAR_LENGTH = 255;
    private static final int MAX_VARCHAR_LENGTH = 65_535;
    private static final int MAX_DIGITS = 65;
    private static final int MAX_SCALE = 30;
    private static final int MAX_DECIMALS = 6;

    private final Dialect dialect;
    private final String tableCharset;
    private final String tableCollation;

    ColumnBuilder(Dialect dialect, String tableCharset, String tableCollation) {
        this.dialect = dialect;
        this.tableCharset = tableCharset;
        this.tableCollation = tableCollation;
    }

    /** @param firstTimestamp whether MySQL 5.6 gives this column automatic timestamps if it is a TIMESTAMP */
    Column build(ColumnDefinition def, boolean firstTimestamp) {
        ColumnType type = type(def);
        boolean primary = def.has(ColumnOption.Kind.PRIMARY_KEY);
        boolean mysqlTimestamp = dialect == Dialect.MYSQL && type.name().equals("timestamp");
        boolean nullable = !primary
                && !def.has(ColumnOption.Kind.NOT_NULL)
                && (!mysqlTimestamp || def.has(ColumnOption.Kind.NULL));
        if (primary && def.has(ColumnOption.Kind.NULL) && dialect == Dialect.TIDB) {
            throw DatabaseErrors.primaryMustNotBeNull().asException();
        }
        Literal standard = option(def, ColumnOption.Kind.DEFAULT);
        Literal onUpdate = option(def, ColumnOption.Kind.ON_UPDATE);
        if (mysqlTimestamp && !nullable && standard == null) {
            boolean follows = firstTimestamp && onUpdate == null;
            standard = follows
                    ? new Literal(Literal.Kind.NOW, "CURRENT_TIMESTAMP")
                    : Literal.string("0000-00-00 00:00:00");
            onUpdate = follows ? standard : onUpdate;
        }
        Literal generated = option(def, ColumnOption.Kind.GENERATED);
        Literal comment = option(def, ColumnOption.Kind.COMMENT);
        Column column = new Column(
                def.name(),
                type,
                nullable,
                null,
                false,
                def.has(ColumnOption.Kind.AUTO_INCREMENT),
                onUpdate == null ? null : onUpdate.text(),
                generated == null ? "" : generated.text(),
                def.options().stream().anyMatch(o -> o.kind() == ColumnOption.Kind.GENERATED && o.flag()),
                comment == null ? "" : comment.text());
        return standard == null ? column : withDefault(column, standard);
    }

    /** Returns a copy with another default, after validating it. */
    static Column withDefault(Column column, Literal standard) {
        if (standard.kind() == Literal.Kind.NULL) {
            if (!column.nullable() || column.autoIncrement()) {
                throw DatabaseErrors.invalidDefault(column.name()).asException();
            }
            return column.withDefault(null, false);
        }
        if (ColumnTypes.isLong(column.type().name()) && !standard.text().isEmpty()) {
            throw DatabaseErrors.blobWithDefault(column.name()).asException();
        }
        if (standard.kind() == Literal.Kind.NOW) {
            if (!column.type().name().equals("timestamp")
                    && !column.type().name().equals("datetime")) {
                throw DatabaseErrors.invalidDefault(column.name()).asException();
            }
            return column.withDefault(standard.text(), true);
        }
        try {
            Object value = switch (standard.kind()) {
                case NUMBER -> SqlValues.number(standard.text());
                case BITS -> SqlValues.fromBits(standard.text());
                case STRING, INTRODUCED, NULL, NOW -> standard.text();
            };
            return column.withDefault(ValueConverter.convert(column, value, 1), false);
        } catch (DatabaseException e) {
            throw DatabaseErrors.invalidDefault(column.name()).asException();
        }
    }

    private static @Nullable Literal option(ColumnDefinition def, ColumnOption.Kind kind) {
        return def.options().stream()
                .filter(o -> o.kind() == kind)
                .map(ColumnOption::value)
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private ColumnType type(ColumnDefinition def) {
        TypeDef said = def.type();
        checkLength(def);
        String charset = null;
        String collation = null;
        if (ColumnTypes.isText(said.name())) {
            Literal option = option(def, ColumnOption.Kind.COLLATE);
            collation = option != null ? option.text() : said.collation();
            charset = said.charset();
            if (charset == null && collation != null) {
                charset = Charsets.ofCollation(collation, dialect);
            }
            if (charset != null && collation == null) {
                collation = Charsets.defaultCollation(charset, dialect);
            }
            if (collation != null
                    && charset != null
                    && !Charsets.ofCollation(collation, dialect).equals(charset)) {
                throw DatabaseErrors.collationMismatch(collation, charset).asException();
            }
            if (tableCharset.equals(charset) && tableCollation.equals(collation)) {
                charset = null;
                collation = null;
            }
        }
        return new ColumnType(
                ColumnTypes.wideEnough(said),
                ColumnTypes.filledIn(said),
                said.unsigned(),
                said.zerofill(),
                charset,
                collation);
    }

    private void checkLength(ColumnDefinition def) {
        TypeDef type = def.type();
        if (type.arguments().isEmpty() || ColumnTypes.isValueList(type.name())) {
            return;
        }
        long length = Long.parseLong(type.arguments().get(0));
        switch (type.name()) {
            case "char", "binary" -> requireLength(def, length, MAX_CHAR_LENGTH);
            case "varchar", "varbinary" -> requireLength(def, length, MAX_VARCHAR_LENGTH / bytesPerCharacter(type));
            case "decimal" -> checkDecimal(def, length);
            case "datetime", "timestamp", "time" -> requirePrecision(def, length, MAX_DECIMALS);
            case "bit" -> requireWidth(def, length, Long.SIZE);
            default -> {
                if (ColumnTypes.isNumber(type.name())) {
                    requireWidth(def, length, MAX_CHAR_LENGTH);
                }
            }
        }
    }

    private static void requireLength(ColumnDefinition def, long length, int longest) {
        if (length > longest) {
            throw DatabaseErrors.columnTooLong(def.name(), longest).asException();
        }
    }

    private static void requirePrecision(ColumnDefinition def, long precision, int most) {
        if (precision > most) {
            throw DatabaseErrors.tooPrecise(def.name(), precision, most).asException();
        }
    }

    private static void requireWidth(ColumnDefinition def, long width, int most) {
        if (width > most) {
            throw DatabaseErrors.tooWide(def.name(), most).asException();
        }
    }

    private static void checkDecimal(ColumnDefinition def, long precision) {
        requirePrecision(def, precision, MAX_DIGITS);
        long scale = def.type().arguments().size() < 2
                ? 0
                : Long.parseLong(def.type().arguments().get(1));
        if (scale > MAX_SCALE) {
            throw DatabaseErrors.tooFine(def.name(), scale, MAX_SCALE).asException();
        }
        if (scale > precision) {
            throw DatabaseErrors.scaleBeyondPrecision(def.name()).asException();
        }
    }

    private int bytesPerCharacter(TypeDef type) {
        String charset = type.charset() == null ? tableCharset : type.charset();
        return type.name().equals("varbinary") ? 1 : Charsets.bytesPerCharacter(charset);
    }
}
