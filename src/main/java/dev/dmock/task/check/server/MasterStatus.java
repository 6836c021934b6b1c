package dev.dmock.task.check.server;

import dev.dmock.sql.token.DatabaseException;
import dev.dmock.world.database.DatabaseSession;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What SHOW MASTER STATUS says of the schemas that are logged.
 *
 * @param doSchemas {@code Binlog_Do_DB}
 * @param ignoreSchemas {@code Binlog_Ignore_DB}
 */
record MasterStatus(String doSchemas, String ignoreSchemas) {

    /**
     * Asks a server; empty if it keeps no binlog.
     *
     * @throws DatabaseException if the account may not see it
     */
    static Optional<MasterStatus> of(DatabaseSession session) {
        session.requireGlobal("SUPER", "REPLICATION CLIENT");
        if (!session.variable("log_bin").equalsIgnoreCase("ON")) {
            return Optional.empty();
        }
        Map<String, String> options = session.server().variables();
        return Optional.of(new MasterStatus(
                options.getOrDefault("binlog_do_db", ""), options.getOrDefault("binlog_ignore_db", "")));
    }

    MasterStatus inLowerCase() {
        return new MasterStatus(doSchemas.toLowerCase(Locale.ROOT), ignoreSchemas.toLowerCase(Locale.ROOT));
    }
}
