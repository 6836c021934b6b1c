package dev.dmock.space.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * H2 inside this process. H2 closes a database that it could not write, such as on a full disk, for all who are
 * connected; then it is opened again for whoever asks next, so that work goes on as soon as there is room.
 */
final class LocalDatabase extends AbstractDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(LocalDatabase.class);
    /** More than the number of request threads; further threads wait for a connection. */
    private static final int MAX_CONNECTIONS = 256;

    private final String url;
    private final String user;
    private final AtomicReference<JdbcConnectionPool> pool;
    private volatile boolean opened;

    LocalDatabase(String url, String user) {
        this.url = url;
        this.user = user;
        this.pool = new AtomicReference<>(open());
    }

    private JdbcConnectionPool open() {
        JdbcConnectionPool opened = JdbcConnectionPool.create(url, user, "");
        opened.setMaxConnections(MAX_CONNECTIONS);
        return opened;
    }

    private JdbcConnectionPool current() {
        return Objects.requireNonNull(pool.get(), "there always is a pool");
    }

    @Override
    public Connection getConnection() throws SQLException {
        JdbcConnectionPool used = current();
        try {
            Connection connection = used.getConnection();
            opened = true;
            return connection;
        } catch (SQLException closed) {
            if (pool.compareAndSet(used, open())) {
                used.dispose();
            }
            return again(closed);
        }
    }

    private Connection again(SQLException closed) throws SQLException {
        try {
            return current().getConnection();
        } catch (SQLException e) {
            e.addSuppressed(closed);
            throw e;
        }
    }

    @Override
    public Connection getConnection(String otherUser, String password) throws SQLException {
        throw new UnsupportedOperationException("there is one user");
    }

    /** H2 itself would close while requests are still being answered, so it is told not to, and told when. */
    void close() {
        if (!opened) {
            return;
        }
        try (Connection connection = getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            LOG.warn("The database is left as after a kill, since it cannot be closed: {}", e.getMessage());
        } finally {
            current().dispose();
        }
    }
}
