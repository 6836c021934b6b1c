package dev.dmock.world.database;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import java.util.Map;

/**
 * A database server that can be reached.
 *
 * @param address {@code host:port}
 * @param user the account that has all privileges
 * @param anyAccount whether any name and password is let in, with all privileges
 * @param accounts all accounts, by name
 * @param variables the global variables that were set
 * @param uuid what {@code @@server_uuid} is
 */
public record Server(
        String address,
        Role role,
        String user,
        boolean anyAccount,
        Map<String, Account> accounts,
        Map<String, String> variables,
        String uuid,
        Binlog binlog) {

    public static final Kind<Server> KIND = Kind.of("server", Server.class, s -> Key.of(s.address));
}
