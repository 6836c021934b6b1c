package dev.dmock.space.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database whose tables are made, or brought up to date, while the server does the rest of its start. Who wants a connection waits
 * until that is done, and gets what went wrong with it if it was not.
 */
public final class MigratedDatabase extends DelegatingDataSource implements DisposableBean {

    private final CompletableFuture<?> migration;
    private final Runnable close;

    /** @param close closes the database */
    MigratedDatabase(DataSource database, Runnable close) {
        super(database);
        this.close = close;
        Flyway flyway = Flyway.configure().dataSource(database).load();
        migration = CompletableFuture.supplyAsync(flyway::migrate, work -> new Thread(work, "migration").start());
    }

    @Override
    public Connection getConnection() throws SQLException {
        finishMigration();
        return super.getConnection();
    }

    private void finishMigration() {
        try {
            migration.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void destroy() {
        migration.handle((done, failed) -> true).join(); // nothing is closed while it is being migrated
        close.run();
    }
}
