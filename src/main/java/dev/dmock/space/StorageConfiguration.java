package dev.dmock.space;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database that {@link Storage} names. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    /** A server that does not answer for so long is as good as gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A database that says nothing for so long does not answer any more. */
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);

    @Bean
    DataSource database(Storage storage) {
        return storage.shared() ? sharedDatabase(storage) : new LocalDatabase(storage.url(), storage.user());
    }

    private static DataSource sharedDatabase(Storage storage) {
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
