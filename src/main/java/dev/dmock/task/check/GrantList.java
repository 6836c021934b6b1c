package dev.dmock.task.check;

import dev.dmock.world.database.Grants;
import dev.dmock.world.database.Grants.Grant;
import dev.dmock.world.sql.Privileges;
import dev.dmock.world.sql.TableName;
import java.util.List;
import java.util.regex.Pattern;

/** The grants of an account as DM reads them. */
final class GrantList {

    private static final String ANY = "*";

    private final List<Grant> grants;

    GrantList(Grants grants) {
        this.grants = grants.list();
    }

    /** Whether all that can be granted is held on all schemas. */
    boolean everything() {
        return grants.stream().anyMatch(g -> isGlobal(g) && g.privileges().contains(Privileges.ALL));
    }

    boolean global(Privilege privilege) {
        return grants.stream().anyMatch(g -> isGlobal(g) && holds(g, privilege));
    }

    /** Whether the privilege is held on anything, however small. */
    boolean somewhere(Privilege privilege) {
        return grants.stream().anyMatch(g -> holds(g, privilege));
    }

    boolean onSchema(Privilege privilege, String schema) {
        return grants.stream().anyMatch(g -> holds(g, privilege) && covers(g, schema));
    }

    boolean on(Privilege privilege, TableName table) {
        return onSchema(privilege, table.schema())
                || grants.stream()
                        .anyMatch(g -> holds(g, privilege)
                                && g.schema().equals(table.schema())
                                && g.table().equals(table.table()));
    }

    private static boolean isGlobal(Grant grant) {
        return grant.schema().equals(ANY);
    }

    private static boolean holds(Grant grant, Privilege privilege) {
        return grant.privileges().contains(Privileges.ALL) || grant.privileges().contains(privilege.sqlName());
    }

    private static boolean covers(Grant grant, String schema) {
        return grant.table().equals(ANY) && (isGlobal(grant) || like(grant.schema(), schema));
    }

    /** A schema in a grant may have the wildcards of LIKE. */
    private static boolean like(String pattern, String schema) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                expression.append(Pattern.quote(pattern.substring(++i, i + 1)));
            } else {
                expression.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL)
                .matcher(schema)
                .matches();
    }
}
