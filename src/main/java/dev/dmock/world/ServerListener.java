package dev.dmock.world;

import dev.dmock.space.fact.Draft;

/** What higher rooms implement to learn that something happened on a server from outside. */
public interface ServerListener {

    /**
     * Statements were executed on the server at {@code address}, or it went or came: its tables, accounts or binlog may
     * have changed.
     */
    void changed(Draft draft, String address);
}
