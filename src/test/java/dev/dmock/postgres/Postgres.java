package dev.dmock.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that all tests of a run share, each with databases of its own; it ends with the run. */
public final class Postgres {

    /** The account that has no password there. */
    public static final String USER = "postgres";

    private Postgres() {}

    /** Started when it is first asked for, once. */
    private static final class Running {

        private static final Running ONE = new Running();

        private final @Nullable EmbeddedPostgres server;
        private final String missing;

        /** Root may not run it, so the library gives it a user namespace then. */
        private Running() {
            EmbeddedPostgres started = null;
            String reason = "";
            try {
                started = EmbeddedPostgres.start();
            } catch (IOException | RuntimeException e) {
                reason = "PostgreSQL cannot be run on this machine: " + e;
            }
            this.server = started;
            this.missing = reason;
        }
    }

    /** Skips the test, with the reason, where PostgreSQL cannot be run. */
    public static void assumeRunning() {
        assumeTrue(Running.ONE.server != null, Running.ONE.missing);
    }

    /** The address of a new, empty database, where it can be run. */
    public static String newDatabase() {
        assumeRunning();
        EmbeddedPostgres server = Objects.requireNonNull(Running.ONE.server);
        String name = "d" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }
}
