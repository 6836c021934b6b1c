package dev.dmock.world.database;

import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.Variables;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The variables that a session has for itself; the others are the server's. */
final class SessionSettings {

    /** What can be set without any effect here. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "character_set_client",
            "character_set_connection",
            "character_set_results",
            "collation_connection",
            "foreign_key_checks",
            "innodb_lock_wait_timeout",
            "lock_wait_timeout",
            "net_read_timeout",
            "net_write_timeout",
            "sql_mode",
            "sql_notes",
            "sql_safe_updates",
            "tx_isolation",
            "unique_checks",
            "wait_timeout");

    private static final Set<String> WITH_EFFECT =
            Set.of("autocommit", "binlog_format", "binlog_row_image", "sql_log_bin");

    private final ServerStore store;
    private final Map<String, String> own = new HashMap<>();

    SessionSettings(ServerStore store) {
        this.store = store;
    }

    /** Error 1193 for a variable that does not exist, 1235 for one that has no effect here though it should. */
    void set(String name, String value) {
        if (WITH_EFFECT.contains(name)) {
            own.put(name, Variables.allowed(name, value));
        } else if (!WITHOUT_EFFECT.contains(name)) {
            throw (Variables.get(store.server(), name) == null
                            ? Variables.unknown(name)
                            : DatabaseErrors.notSupported(store.dialect(), "set session " + name))
                    .asException();
        }
    }

    String get(String name) {
        String value = own.get(name);
        return value != null ? value : Objects.requireNonNullElse(Variables.get(store.server(), name), "ON");
    }

    boolean isOn(String name) {
        String value = get(name);
        return value.equalsIgnoreCase("ON") || value.equals("1");
    }
}
