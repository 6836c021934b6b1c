package dev.dmock.space;

import dev.dmock.postgres.Postgres;
import dev.dmock.space.store.MigratedDatabase;
import dev.dmock.space.store.StorageConfiguration;
import dev.dmock.space.store.StorageProperties;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What spaces can be kept in. */
public enum Database {
    H2 {
        @Override
        Open open() {
            return Open.of(new StorageProperties(null, null, null, null));
        }
    },
    POSTGRESQL {
        @Override
        Open open() {
            Postgres.assumeRunning();
            JdbcClient.create(OnPostgres.ONE.source).sql("DELETE FROM space").update();
            return OnPostgres.ONE;
        }
    };

    /** A database without any space, opened as the program does. */
    abstract Open open();

    /** To make a database there takes long, so all tests use one, after each other. */
    private static final class OnPostgres {

        private static final Open ONE =
                Open.of(new StorageProperties(null, Postgres.newDatabase(), Postgres.USER, null));
    }

    /** A database that is in use. */
    record Open(StorageProperties storage, DataSource source) implements AutoCloseable {

        private static Open of(StorageProperties storage) {
            DataSource source = new StorageConfiguration().database(storage);
            return new Open(storage, source);
        }

        @Override
        public void close() {
            if (source instanceof MigratedDatabase own && !storage.shared()) {
                own.destroy();
            }
        }
    }
}
