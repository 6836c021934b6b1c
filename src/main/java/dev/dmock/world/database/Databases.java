package dev.dmock.world.database;

import dev.dmock.space.Draft;
import dev.dmock.world.sql.DatabaseException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to the database servers of a space, as DM's masters and workers take it. */
@Component
public class Databases {

    /**
     * Connects to a server and signs in.
     *
     * @param role as what an address is taken that the world does not list, where any address can be reached
     * @param host empty means this machine; {@code localhost} is resolved
     * @throws DatabaseException if nothing listens there or the account is refused, with the driver's text
     */
    public Session connect(Draft draft, Role role, String host, int port, String user, String password) {
        throw new UnsupportedOperationException(draft + host + port + user + password + role);
    }

    /** The server at an address, as its own administrator; empty if nothing listens there. */
    public Optional<Session> administer(Draft draft, Role role, String address) {
        throw new UnsupportedOperationException(draft + address + role);
    }

    /** {@code host:port} as servers are known by: {@code localhost} and an empty host are 127.0.0.1. */
    public static String address(String host, int port) {
        throw new UnsupportedOperationException(host + port);
    }

    /**
     * Executes statements with all privileges on the server at an address, upstream or downstream; upstream they go
     * into the binlog.
     *
     * @throws DatabaseException with the database's error; the draft is then half done and has to be given up
     */
    public void execute(Draft draft, String address, List<String> statements) {
        throw new UnsupportedOperationException(draft + address + statements);
    }
}
