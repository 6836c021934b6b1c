package dev.dmock.sql.structure;

import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rejects structures that TiDB's parser accepts and TiDB itself does not support. */
public final class TidbLimits {

    /** The collations of TiDB's new collation framework, which is enabled by default. */
    private static final Set<String> COLLATIONS = Set.of(
            "ascii_bin",
            "binary",
            "gbk_bin",
            "gbk_chinese_ci",
            "latin1_bin",
            "utf8_bin",
            "utf8_general_ci",
            "utf8_unicode_ci",
            "utf8mb4_0900_ai_ci",
            "utf8mb4_0900_bin",
            "utf8mb4_bin",
            "utf8mb4_general_ci",
            "utf8mb4_unicode_ci");

    private TidbLimits() {}

    /**
     * Checks a table before it is created or changed.
     *
     * @throws DatabaseException 1273 for an unsupported collation, 1071 for a key that is too long
     */
    public static void check(TableStructure structure) {
        checkCollation(structure.collation());
        structure.columns().forEach(c -> checkCollation(c.type().collation()));
        KeyLengths.checkTidb(structure);
    }

    /** Throws error 1273 for an unsupported collation; null is the default, which is supported. */
    public static void checkCollation(@Nullable String collation) {
        if (collation != null && !COLLATIONS.contains(collation)) {
            throw new DatabaseError(
                            1273, "HY000", "Unsupported collation when new collation is enabled: '" + collation + "'")
                    .asException();
        }
    }
}
