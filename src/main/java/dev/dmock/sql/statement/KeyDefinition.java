package dev.dmock.sql.statement;

import dev.dmock.sql.model.Index;
import dev.dmock.sql.token.Escapes;
import dev.dmock.sql.token.TableName;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A key definition. */
public sealed interface KeyDefinition {

    String restore();

    /** An index, unique or not. */
    record IndexDef(
            Index.Kind kind,
            @Nullable String name,
            List<Index.Part> parts,
            @Nullable Boolean clustered,
            @Nullable String using,
            @Nullable String comment)
            implements KeyDefinition {

        @Override
        public String restore() {
            String word = switch (kind) {
                case PRIMARY -> "PRIMARY KEY";
                case UNIQUE -> "UNIQUE";
                case PLAIN -> "INDEX";
                case FULLTEXT -> "FULLTEXT";
                case SPATIAL -> "SPATIAL INDEX";
            };
            return word
                    + (name == null || kind == Index.Kind.PRIMARY ? "" : ' ' + TableName.quote(name))
                    + restoreParts(parts)
                    + (clustered == null
                            ? ""
                            : " /*T![clustered_index] " + (clustered ? "CLUSTERED" : "NONCLUSTERED") + " */")
                    + restoreOptions(using, comment);
        }

        static String restoreParts(List<Index.Part> parts) {
            return parts.stream()
                    .map(p -> TableName.quote(p.column()) + (p.length() == null ? "" : "(" + p.length() + ")"))
                    .collect(Collectors.joining(", ", "(", ")"));
        }

        static String restoreOptions(@Nullable String using, @Nullable String comment) {
            return (using == null ? "" : " USING " + using)
                    + (comment == null ? "" : " COMMENT " + Escapes.quote(comment));
        }
    }

    /** A reference to another table. */
    record ForeignKeyDef(
            @Nullable String name,
            List<String> columns,
            TableName references,
            List<String> referencedColumns,
            String onDelete,
            String onUpdate)
            implements KeyDefinition {

        @Override
        public String restore() {
            return "CONSTRAINT "
                    + (name == null ? "" : TableName.quote(name) + ' ')
                    + "FOREIGN KEY "
                    + names(columns)
                    + " REFERENCES "
                    + references.restored()
                    + names(referencedColumns)
                    + (onDelete.isEmpty() ? "" : " ON DELETE " + onDelete)
                    + (onUpdate.isEmpty() ? "" : " ON UPDATE " + onUpdate);
        }

        private static String names(List<String> names) {
            return names.stream().map(TableName::quote).collect(Collectors.joining(", ", "(", ")"));
        }
    }
}
