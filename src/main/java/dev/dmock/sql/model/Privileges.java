package dev.dmock.sql.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The privileges that can be granted. */
public final class Privileges {

    /** Stands for all of them. */
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

    /** All that ALL PRIVILEGES stands for. */
    public static List<String> each() {
        return NAMES.stream()
                .filter(p -> !p.equals(ALL) && !p.equals("USAGE") && !p.equals("GRANT OPTION") && !p.equals("PROXY"))
                .sorted()
                .toList();
    }

    /** A privilege's full name in upper case. */
    public static Optional<String> known(String name) {
        return name.equals("ALL") ? Optional.of(ALL) : Optional.of(name).filter(NAMES::contains);
    }
}
