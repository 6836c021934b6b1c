package dev.dmock.space;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A fault in the server: it commits whatever the version in the database is. */
final class Unchecked extends DelegatingDataSource {

    private static final String CHECK = " AND life = ? AND version = ?";
    private static final String NONE = " AND CAST(? AS VARCHAR(36)) IS NOT NULL AND CAST(? AS BIGINT) IS NOT NULL";

    Unchecked(DataSource checked) {
        super(checked);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            && arguments[0].toString().startsWith("UPDATE space")) {
                        arguments[0] = arguments[0].toString().replace(CHECK, NONE);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
