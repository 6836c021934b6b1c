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

    /** The timeout after which a database server counts as unreachable. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** The timeout after which a silent database counts as unresponsive. */
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);

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
        config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
        config.addDataSourceProperty("socketTimeout", STATEMENT_TIMEOUT.toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", true);
        return new HikariDataSource(config);
    }
}
