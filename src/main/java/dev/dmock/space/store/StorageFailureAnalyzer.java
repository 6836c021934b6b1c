package dev.dmock.space.store;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in a sentence why the server does not start when its database is the reason. */
final class StorageFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    StorageFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String data = environment.getProperty("dmock.data");
        if (data != null) {
            return local(data, cause);
        }
        return environment.containsProperty("dmock.jdbc-url")
                ? new FailureAnalysis(
                        "The database that DMOCK_JDBC_URL names cannot be used: " + firstLine(cause),
                        "See whether it runs, and whether address, account and password are right.",
                        cause)
                : null;
    }

    private static FailureAnalysis local(String data, SQLException cause) {
        if (cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return new FailureAnalysis(
                    "The data directory " + data + " is in use by another DMock.",
                    "Stop that one, give this one a directory of its own by DMOCK_DATA, or let both share a database by"
                            + " DMOCK_JDBC_URL.",
                    cause);
        }
        return new FailureAnalysis(
                "The data directory " + data + " cannot be used: " + firstLine(cause),
                "See whether it can be written by the user that DMock runs as, and whether there is room.",
                cause);
    }

    private static String firstLine(SQLException cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
