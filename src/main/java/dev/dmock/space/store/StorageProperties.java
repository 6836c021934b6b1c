package dev.dmock.space.store;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where spaces are kept: in memory, unless told otherwise.
 *
 * @param data A directory to keep everything in: what was acknowledged survives the process, however it ends. Without it
 *     everything is in memory.
 * @param jdbcUrl A PostgreSQL database that several servers share, such as jdbc:postgresql://host/name.
 * @param jdbcUser The account at the database of jdbc-url.
 * @param jdbcPassword The password of the account at the database of jdbc-url.
 */
@ConfigurationProperties("dmock")
public record StorageProperties(
        @Nullable Path data,
        @Nullable String jdbcUrl,
        @Nullable String jdbcUser,
        @Nullable String jdbcPassword) {

    private static final String H2_USER = "sa";
    /** Lobs of usual size are kept with their row. */
    private static final String H2_SETTINGS =
            ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;MAX_LENGTH_INPLACE_LOB=100000;TRACE_LEVEL_FILE=0";

    public StorageProperties {
        if (data != null && jdbcUrl != null) {
            throw new IllegalArgumentException("dmock.data and dmock.jdbc-url exclude each other");
        }
        if (data != null && data.toString().contains(";")) {
            throw new IllegalArgumentException("dmock.data has a semicolon in it, which H2 cannot take");
        }
        if (jdbcUrl != null && !jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("dmock.jdbc-url has to begin with jdbc:postgresql:");
        }
    }

    /** Whether other servers may write, too. */
    public boolean shared() {
        return jdbcUrl != null;
    }

    /** The address of the database. A write delay of 0 is what makes acknowledged writes survive a killed process. */
    String url() {
        if (jdbcUrl != null) {
            return jdbcUrl;
        }
        return data != null
                ? "jdbc:h2:file:" + data.toAbsolutePath().resolve("dmock") + H2_SETTINGS + ";WRITE_DELAY=0"
                : "jdbc:h2:mem:" + UUID.randomUUID() + H2_SETTINGS;
    }

    String user() {
        return jdbcUrl == null ? H2_USER : orEmpty(jdbcUser);
    }

    String password() {
        return jdbcUrl == null ? "" : orEmpty(jdbcPassword);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Records show their contents; this one keeps its secrets. */
    @Override
    public String toString() {
        return "Storage[data=" + data + "]";
    }
}
