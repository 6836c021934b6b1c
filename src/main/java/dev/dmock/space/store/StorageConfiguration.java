package dev.dmock.space.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the database that {@link StorageProperties} names, and says how it is spoken to. */
@Configuration(proxyBeanMethods = false)
public class StorageConfiguration {

    /** A server that does not answer for so long is as good as gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A database that says nothing for so long does not answer any more. */
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);

    @Bean
    public MigratedDatabase database(StorageProperties storage) {
        if (storage.shared()) {
            HikariDataSource shared = sharedDatabase(storage);
            return new MigratedDatabase(shared, shared::close);
        }
        LocalDatabase local = new LocalDatabase(storage.url(), storage.user());
        return new MigratedDatabase(local, local::close);
    }

    @Bean
    JdbcClient sql(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    TransactionTemplate transactions(DataSource database) {
        return new TransactionTemplate(new JdbcTransactionManager(database));
    }

    private static HikariDataSource sharedDatabase(StorageProperties storage) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("spaces");
        config.setJdbcUrl(storage.url());
        config.setUsername(storage.user());
        config.setPassword(storage.password());
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("socketTimeout", LONGEST_STATEMENT.toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", true);
        return new HikariDataSource(config);
    }
}
