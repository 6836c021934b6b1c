package dev.dmock.task.check;

import dev.dmock.world.database.Grants;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.Privileges;
import dev.dmock.world.sql.TableName;
import java.util.List;

/** The grants of an account as DM reads them. */
record GrantList(Grants grants) {

    /** Who has one of these on a table is told that it is there. */
    private static final List<String> ABOUT_TABLES = List.of(
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "CREATE",
            "DROP",
            "ALTER",
            "INDEX",
            "REFERENCES",
            "TRIGGER",
            "CREATE VIEW",
            "SHOW VIEW");

    static GrantList of(Session session) {
        return new GrantList(session.account().grants());
    }

    /** Whether all that can be granted is held on all schemas. */
    boolean everything() {
        return grants.list().stream()
                .anyMatch(g -> g.schema().equals("*") && g.privileges().contains(Privileges.ALL));
    }

    boolean global(Privilege privilege) {
        return grants.global(privilege.sqlName());
    }

    boolean onSchema(Privilege privilege, String schema) {
        return grants.onSchema(privilege.sqlName(), schema);
    }

    boolean on(Privilege privilege, TableName table) {
        return grants.onTable(privilege.sqlName(), table.schema(), table.table());
    }

    /** Whether the privilege is held on anything, however small. */
    boolean somewhere(Privilege privilege) {
        return grants.list().stream()
                .anyMatch(g -> g.privileges().contains(Privileges.ALL)
                        || g.privileges().contains(privilege.sqlName()));
    }

    boolean sees(TableName table) {
        return ABOUT_TABLES.stream().anyMatch(p -> grants.onTable(p, table.schema(), table.table()));
    }
}
