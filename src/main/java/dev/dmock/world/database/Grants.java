package dev.dmock.world.database;

import java.util.List;

/**
 * The privileges of an account.
 *
 * @param list one for each level, in the order of granting
 */
public record Grants(List<Grant> list) {

    public static final Grants NONE = new Grants(List.of());

    /**
     * The privileges on one level: {@code *.*}, a schema's or a table's.
     *
     * @param privileges upper case; {@code ALL PRIVILEGES} for all
     * @param schema "*" for all
     * @param table "*" for all
     */
    public record Grant(List<String> privileges, String schema, String table, boolean grantOption) {}

    /** Whether the privilege is held on {@code *.*}. */
    public boolean global(String privilege) {
        throw new UnsupportedOperationException(privilege);
    }

    /** Whether the privilege is held for all tables of a schema, on this or on a higher level. */
    public boolean onSchema(String privilege, String schema) {
        throw new UnsupportedOperationException(privilege + schema);
    }

    public boolean onTable(String privilege, String schema, String table) {
        throw new UnsupportedOperationException(privilege + schema + table);
    }
}
