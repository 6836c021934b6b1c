package dev.dmock.endurance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The file that a killed server left, looked at by itself: a copy is opened, so that the server finds what it left. */
final class DatabaseFile {

    private final Map<String, Long> versions = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private DatabaseFile() {}

    static DatabaseFile leftIn(Path data) {
        DatabaseFile left = new DatabaseFile();
        try {
            Path copy = Files.createTempDirectory("left");
            Path file = Files.copy(data.resolve("dmock.mv.db"), copy.resolve("dmock.mv.db"));
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:h2:file:" + copy.resolve("dmock") + ";TRACE_LEVEL_FILE=0", "sa", "");
                    Statement statement = connection.createStatement()) {
                left.look(statement);
            }
            Files.delete(file);
            Files.delete(copy);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
        return left;
    }

    /** The versions of the spaces: how often each was written. */
    Map<String, Long> versions() {
        return versions;
    }

    List<String> faults() {
        return faults;
    }

    private void look(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT name, version FROM space")) {
            while (rows.next()) {
                versions.put(rows.getString(1), rows.getLong(2));
            }
        }
        Set<String> scanned = keys(statement, "USE INDEX ()", "tableScan");
        Set<String> indexed = keys(statement, "USE INDEX (" + primaryKey(statement) + ")", "PRIMARY_KEY");
        if (!scanned.equals(indexed)) {
            faults.add("the table has " + scanned.size() + " facts, its index " + indexed.size());
        }
        versions.keySet().stream()
                .filter(space -> !scanned.contains(space + "|settings|"))
                .forEach(space -> faults.add("space " + space + " has no settings"));
        long orphans = number(statement, "SELECT COUNT(*) FROM fact WHERE space NOT IN (SELECT name FROM space)");
        if (orphans > 0) {
            faults.add(orphans + " facts are of no space");
        }
    }

    private Set<String> keys(Statement statement, String how, String plan) throws SQLException {
        String query = "SELECT space, kind, id FROM fact " + how;
        try (ResultSet rows = statement.executeQuery("EXPLAIN " + query)) {
            rows.next();
            if (!rows.getString(1).contains(plan)) {
                throw new IllegalStateException("not by " + plan + ": " + rows.getString(1));
            }
        }
        Set<String> keys = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                if (!keys.add(rows.getString(1) + "|" + rows.getString(2) + "|" + rows.getString(3))) {
                    faults.add("twice by " + plan + ": " + rows.getString(3));
                }
            }
        }
        return keys;
    }

    private static String primaryKey(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                SELECT index_name FROM information_schema.indexes
                WHERE table_name = 'FACT' AND index_type_name = 'PRIMARY KEY'""")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
