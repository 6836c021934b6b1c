package dev.dmock.source;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A source, which is an upstream server with DM's settings for reading from it.
 *
 * @param password in plain text; empty for none
 * @param flavor {@code mysql} or {@code mariadb}
 * @param enabled whether its tasks may run (v8)
 */
public record Source(
        String name,
        String host,
        long port,
        String user,
        String password,
        boolean enableGtid,
        @Nullable TlsMaterial security,
        PurgePolicy purge,
        String flavor,
        boolean enabled,
        RelayConfig relay) {

    public static final Kind<Source> KIND = Kind.of("source", Source.class, s -> Key.of(s.name));

    public static final String MYSQL = "mysql";
    static final String MARIADB = "mariadb";

    public Source withRelay(RelayConfig other) {
        return new Source(name, host, port, user, password, enableGtid, security, purge, flavor, enabled, other);
    }

    public Source withEnabled(boolean now) {
        return new Source(name, host, port, user, password, enableGtid, security, purge, flavor, now, relay);
    }
}
