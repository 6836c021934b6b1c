package dev.dmock.task.check.model;

import dev.dmock.sql.model.Privileges;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.model.Grants;
import java.util.List;

/** The grants of an account as DM reads them. */
public record GrantList(Grants grants) {

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

    public static GrantList of(DatabaseSession session) {
        return new GrantList(session.account().grants());
    }

    /** Whether all that can be granted is held on all schemas. */
    boolean everything() {
        return grants.list().stream()
                .anyMatch(g -> g.schema().equals("*") && g.privileges().contains(Privileges.ALL));
    }

    public boolean global(Privilege privilege) {
        return grants.global(privilege.sqlName());
    }

    public boolean onSchema(Privilege privilege, String schema) {
        return grants.onSchema(privilege.sqlName(), schema);
    }

    public boolean on(Privilege privilege, TableName table) {
        return grants.onTable(privilege.sqlName(), table.schema(), table.table());
    }

    /** Whether the privilege is held on anything, however small. */
    public boolean somewhere(Privilege privilege) {
        return grants.list().stream()
                .anyMatch(g -> g.privileges().contains(Privileges.ALL)
                        || g.privileges().contains(privilege.sqlName()));
    }

    public boolean sees(TableName table) {
        return ABOUT_TABLES.stream().anyMatch(p -> grants.onTable(p, table.schema(), table.table()));
    }
}
