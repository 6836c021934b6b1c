package dev.dmock.sql.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a table.
 *
 * @param name {@code PRIMARY} for the primary key
 * @param clustered whether TiDB's primary key is clustered; null if unspecified
 * @param using BTREE or HASH, if specified
 */
public record Index(
        String name,
        Kind kind,
        List<Part> parts,
        @Nullable Boolean clustered,
        @Nullable String using,
        String comment) {

    /** The name of every primary key. */
    public static final String PRIMARY = "PRIMARY";

    public boolean has(String column) {
        return parts.stream().anyMatch(p -> p.column().equalsIgnoreCase(column));
    }

    public boolean beginsWith(List<String> columns) {
        if (parts.size() < columns.size()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!parts.get(i).column().equalsIgnoreCase(columns.get(i))) {
                return false;
            }
        }
        return true;
    }

    public Index withName(String other) {
        return new Index(other, kind, parts, clustered, using, comment);
    }

    public Index withParts(List<Part> others) {
        return new Index(name, kind, others, clustered, using, comment);
    }

    public Index without(String column) {
        List<Part> left =
                parts.stream().filter(p -> !p.column().equalsIgnoreCase(column)).toList();
        return new Index(name, kind, left, clustered, using, comment);
    }

    public Index withColumn(String old, String column) {
        List<Part> renamed = parts.stream()
                .map(p -> p.column().equalsIgnoreCase(old) ? new Part(column, p.length()) : p)
                .toList();
        return new Index(name, kind, renamed, clustered, using, comment);
    }

    /** The kind of a key. */
    public enum Kind {
        PRIMARY,
        UNIQUE,
        PLAIN,
        FULLTEXT,
        SPATIAL
    }

    /** A column of a key; a length makes it a prefix of the column. */
    public record Part(String column, @Nullable Integer length) {}
}
