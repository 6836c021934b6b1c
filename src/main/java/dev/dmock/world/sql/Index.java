package dev.dmock.world.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a table.
 *
 * @param name {@code PRIMARY} for the primary key
 * @param clustered what a TiDB structure says about its primary key; null where it says nothing
 * @param using BTREE or HASH where it was said
 */
public record Index(
        String name,
        Kind kind,
        List<Part> parts,
        @Nullable Boolean clustered,
        @Nullable String using,
        String comment) {

    /** What a key is for. */
    public enum Kind {
        PRIMARY,
        UNIQUE,
        PLAIN,
        FULLTEXT,
        SPATIAL
    }

    /** A column in a key; with a length only its first characters. */
    public record Part(String column, @Nullable Integer length) {}
}
