package dev.dmock.world.database;

import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.Variables;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Stores session variables; all other variables come from the server. */
final class SessionSettings {

    /** Variables that can be set but have no effect. */
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

    /** Sets a variable; error 1193 for an unknown one, 1235 for one whose effect is not simulated. */
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
