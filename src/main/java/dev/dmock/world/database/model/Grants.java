package dev.dmock.world.database.model;

import dev.dmock.sql.model.Privileges;
import dev.dmock.sql.token.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The privileges of an account.
 *
 * @param list one grant for each level, in the order of granting
 */
public record Grants(List<Grant> list) {

    public static final Grants NONE = new Grants(List.of());
    public static final Grants ALL = new Grants(List.of(new Grant(List.of(Privileges.ALL), "*", "*", true)));

    private static final String USAGE = "USAGE";

    /** Privileges on the server itself; they make no schema visible. */
    private static final Set<String> ADMINISTRATIVE = Set.of(
            USAGE,
            "CREATE ROLE",
            "CREATE TABLESPACE",
            "CREATE USER",
            "DROP ROLE",
            "FILE",
            "PROCESS",
            "PROXY",
            "RELOAD",
            "REPLICATION CLIENT",
            "REPLICATION SLAVE",
            "SHOW DATABASES",
            "SHUTDOWN",
            "SUPER");

    /**
     * The privileges on one level: on {@code *.*}, on a schema or on a table.
     *
     * @param privileges upper case; {@code ALL PRIVILEGES} for all
     * @param schema "*" for all
     * @param table "*" for all
     */
    public record Grant(List<String> privileges, String schema, String table, boolean grantOption) {

        boolean gives(String privilege) {
            return privileges.contains(Privileges.ALL)
                    ? !privilege.equals("GRANT OPTION")
                    : privileges.contains(privilege);
        }

        boolean isOn(String otherSchema, String otherTable) {
            return schema.equals(otherSchema) && table.equals(otherTable);
        }

        /** Formats the grant in the syntax after GRANT: {@code SELECT ON db1.*}. */
        public String text() {
            return String.join(", ", privileges)
                    + " ON "
                    + name(schema)
                    + '.'
                    + name(table)
                    + (grantOption ? " WITH GRANT OPTION" : "");
        }

        private static String name(String name) {
            return name.equals("*") || name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : TableName.quote(name);
        }
    }

    /** Returns whether the account holds the privilege on {@code *.*}. */
    public boolean global(String privilege) {
        return list.stream().anyMatch(g -> g.schema.equals("*") && g.gives(privilege));
    }

    /** Returns whether the account holds the privilege for all tables of a schema, on this or a higher level. */
    public boolean onSchema(String privilege, String schema) {
        return global(privilege)
                || list.stream().anyMatch(g -> matches(g.schema, schema) && g.table.equals("*") && g.gives(privilege));
    }

    public boolean onTable(String privilege, String schema, String table) {
        return onSchema(privilege, schema)
                || list.stream()
                        .anyMatch(g -> matches(g.schema, schema) && g.table.equals(table) && g.gives(privilege));
    }

    /** Returns whether the account holds any privilege in a schema. */
    public boolean seesSchema(String schema) {
        return list.stream()
                .filter(g -> g.schema.equals("*") || matches(g.schema, schema))
                .anyMatch(g -> g.privileges.stream().anyMatch(p -> !ADMINISTRATIVE.contains(p)));
    }

    /** Matches a schema pattern: {@code %} and {@code _} are wildcards. */
    private static boolean matches(String pattern, String schema) {
        return pattern.equals(schema) || (pattern.contains("%") && schema.matches(regex(pattern)));
    }

    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else {
                regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    public Grants with(Grant more) {
        List<Grant> all = new ArrayList<>(list);
        for (int i = 0; i < all.size(); i++) {
            Grant old = all.get(i);
            if (old.isOn(more.schema, more.table)) {
                all.set(i, merge(old, more));
                return new Grants(List.copyOf(all));
            }
        }
        all.add(more);
        return new Grants(List.copyOf(all));
    }

    private static Grant merge(Grant old, Grant more) {
        TreeSet<String> privileges = new TreeSet<>(old.privileges);
        privileges.addAll(more.privileges);
        if (privileges.contains(Privileges.ALL)) {
            privileges.retainAll(List.of(Privileges.ALL));
        }
        if (privileges.size() > 1) {
            privileges.remove(USAGE);
        }
        return new Grant(List.copyOf(privileges), old.schema, old.table, old.grantOption || more.grantOption);
    }

    /** Returns whether a grant exists on exactly this level. */
    public boolean hasLevel(String schema, String table) {
        return list.stream().anyMatch(g -> g.isOn(schema, table));
    }

    /** Revokes privileges on a level. Revoking one from ALL PRIVILEGES leaves the others. */
    public Grants without(List<String> privileges, String schema, String table) {
        List<Grant> all = new ArrayList<>();
        for (Grant grant : list) {
            if (!grant.isOn(schema, table)) {
                all.add(grant);
                continue;
            }
            boolean everything = privileges.contains(Privileges.ALL);
            TreeSet<String> left = new TreeSet<>(grant.privileges);
            if (left.remove(Privileges.ALL)) {
                left.addAll(Privileges.each());
            }
            left.removeAll(privileges);
            boolean grantOption = grant.grantOption && !privileges.contains("GRANT OPTION");
            if (!everything && (!left.isEmpty() || grantOption)) {
                all.add(new Grant(List.copyOf(left), schema, table, grantOption));
            }
        }
        return new Grants(List.copyOf(all));
    }
}
