package dev.dmock.endurance;

import dev.dmock.DmockApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The server with a fault: it acknowledges writes that H2 only makes half a second later, as it does by default. */
final class CarelessServer {

    private CarelessServer() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(DmockApplication.class)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean(Carelessness.class, Carelessness::new))
                .run(args);
    }

    static final class Carelessness implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource careful ? new Late(careful) : bean;
        }
    }

    static final class Late extends DelegatingDataSource {

        Late(DataSource careful) {
            super(careful);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET WRITE_DELAY 500");
            }
            return connection;
        }
    }
}
