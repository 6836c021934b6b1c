package dev.dmock.sql.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The privileges that GRANT accepts. */
public final class Privileges {

    /** The name that stands for all privileges. */
    public static final String ALL = "ALL PRIVILEGES";

    private static final Set<String> NAMES = Set.of(
            ALL,
            "ALTER",
            "ALTER ROUTINE",
            "CREATE",
            "CREATE ROLE",
            "CREATE ROUTINE",
            "CREATE TABLESPACE",
            "CREATE TEMPORARY TABLES",
            "CREATE USER",
            "CREATE VIEW",
            "DELETE",
            "DROP",
            "DROP ROLE",
            "EVENT",
            "EXECUTE",
            "FILE",
            "GRANT OPTION",
            "INDEX",
            "INSERT",
            "LOCK TABLES",
            "PROCESS",
            "PROXY",
            "REFERENCES",
            "RELOAD",
            "REPLICATION CLIENT",
            "REPLICATION SLAVE",
            "SELECT",
            "SHOW DATABASES",
            "SHOW VIEW",
            "SHUTDOWN",
            "SUPER",
            "TRIGGER",
            "UPDATE",
            "USAGE");

    private Privileges() {}

    /** Returns the privileges that ALL PRIVILEGES includes. */
    public static List<String> each() {
        return NAMES.stream()
                .filter(p -> !p.equals(ALL) && !p.equals("USAGE") && !p.equals("GRANT OPTION") && !p.equals("PROXY"))
                .sorted()
                .toList();
    }

    /** Returns a privilege's full name in upper case. */
    public static Optional<String> known(String name) {
        return name.equals("ALL") ? Optional.of(ALL) : Optional.of(name).filter(NAMES::contains);
    }
}
