package dev.dmock.world;

import dev.dmock.space.fact.Draft;

/** Listens for changes that the control API makes on a server. */
public interface ServerListener {

    /**
     * Called after statements ran on the server at {@code address}, or after it started or stopped: its tables,
     * accounts or binlog may have changed.
     */
    void changed(Draft draft, String address);
}
