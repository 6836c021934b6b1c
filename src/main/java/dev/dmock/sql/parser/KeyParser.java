package dev.dmock.sql.parser;

import dev.dmock.sql.model.Index;
import dev.dmock.sql.statement.KeyDefinition;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import dev.dmock.sql.token.TokenReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses a key definition. */
final class KeyParser {

    private final TokenReader in;

    KeyParser(TokenReader in) {
        this.in = in;
    }

    /** Parses and drops a CHECK constraint, as MySQL 5.6 and TiDB do. */
    boolean check() {
        boolean named = in.sees("CONSTRAINT") && in.peek(2).is("CHECK");
        if (!named && !in.sees("CHECK") && !in.sees("CONSTRAINT", "CHECK")) {
            return false;
        }
        if (in.accept("CONSTRAINT") && named) {
            in.name();
        }
        in.expect("CHECK");
        in.parenthesised();
        if (in.dialect() == Dialect.TIDB) {
            in.accept("NOT");
            in.accept("ENFORCED");
        }
        return true;
    }

    /** Parses a key definition; returns empty if a column definition follows instead. */
    Optional<KeyDefinition> key() {
        boolean constraint = in.accept("CONSTRAINT");
        String constraintName = constraint && in.seesName() ? in.name() : null;
        if (in.accept("PRIMARY", "KEY")) {
            return Optional.of(primary());
        } else if (in.accept("UNIQUE")) {
            acceptKeyOrIndex();
            return Optional.of(index(Index.Kind.UNIQUE, constraintName));
        } else if (in.accept("FOREIGN", "KEY")) {
            return Optional.of(foreignKey(constraintName));
        } else if (constraint) {
            throw in.unexpected();
        } else if (in.accept("FULLTEXT")) {
            acceptKeyOrIndex();
            return Optional.of(index(Index.Kind.FULLTEXT, null));
        } else if (in.dialect() == Dialect.MYSQL && in.accept("SPATIAL")) {
            acceptKeyOrIndex();
            return Optional.of(index(Index.Kind.SPATIAL, null));
        } else if (acceptKeyOrIndex()) {
            return Optional.of(index(Index.Kind.PLAIN, null));
        }
        return Optional.empty();
    }

    boolean acceptKeyOrIndex() {
        return in.accept("KEY") || in.accept("INDEX");
    }

    private KeyDefinition.IndexDef primary() {
        if (in.seesName() && !in.sees("USING")) {
            in.name();
        }
        KeyDefinition.IndexDef index = index(Index.Kind.PRIMARY, null);
        String said = ColumnParser.clustering(in);
        return new KeyDefinition.IndexDef(
                index.kind(),
                null,
                index.parts(),
                said == null ? null : said.equals("CLUSTERED"),
                index.using(),
                index.comment());
    }

    private KeyDefinition.IndexDef index(Index.Kind kind, @Nullable String constraintName) {
        String name = in.seesName() && !in.sees("USING") ? in.name() : constraintName;
        return behindName(kind, name);
    }

    /** Parses the rest of a key after its name: index type, columns and options. */
    KeyDefinition.IndexDef behindName(Index.Kind kind, @Nullable String name) {
        String using = using();
        List<Index.Part> parts = in.inParentheses(this::part);
        String comment = null;
        while (true) {
            String again = using();
            if (again != null) {
                using = again;
            } else if (in.accept("COMMENT")) {
                comment = in.string();
            } else if (in.accept("KEY_BLOCK_SIZE")) {
                in.accept("=");
                in.integer(Long.MAX_VALUE);
            } else {
                return new KeyDefinition.IndexDef(kind, name, parts, null, using, comment);
            }
        }
    }

    private @Nullable String using() {
        return in.accept("USING") ? in.expectAny("BTREE", "HASH") : null;
    }

    private Index.Part part() {
        String column = in.name();
        Integer length = null;
        if (in.accept("(")) {
            length = Math.toIntExact(in.integer(Integer.MAX_VALUE));
            in.expect(")");
        }
        if (!in.accept("ASC")) {
            in.accept("DESC");
        }
        return new Index.Part(column, length);
    }

    private KeyDefinition.ForeignKeyDef foreignKey(@Nullable String constraintName) {
        String name = in.seesName() ? in.name() : null;
        List<String> columns = in.inParentheses(in::name);
        in.expect("REFERENCES");
        TableName references = in.tableName();
        List<String> referenced = in.inParentheses(in::name);
        String onDelete = "";
        String onUpdate = "";
        while (in.sees("ON")) {
            in.expect("ON");
            if (in.expectAny("DELETE", "UPDATE").equals("DELETE")) {
                onDelete = referenceOption(in);
            } else {
                onUpdate = referenceOption(in);
            }
        }
        return new KeyDefinition.ForeignKeyDef(
                constraintName != null ? constraintName : name, columns, references, referenced, onDelete, onUpdate);
    }

    static String referenceOption(TokenReader in) {
        if (in.accept("SET", "NULL")) {
            return "SET NULL";
        } else if (in.accept("NO", "ACTION")) {
            return "NO ACTION";
        }
        return in.expectAny("RESTRICT", "CASCADE").toUpperCase(Locale.ROOT);
    }
}
