package dev.dmock.space;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the database that {@link Storage} names, and closes it in good order. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    JdbcConnectionDetails connectionDetails(Storage storage) {
        String url = storage.url();
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return storage.user();
            }

            @Override
            public String getPassword() {
                return storage.password();
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    /** H2 itself would close while requests are still being answered. */
    @Bean
    DisposableBean lastStatement(Storage storage, JdbcClient jdbc) {
        return () -> {
            if (!storage.shared()) {
                jdbc.sql("SHUTDOWN").update();
            }
        };
    }
}
