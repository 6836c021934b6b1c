package dev.dmock.world.database;

import dev.dmock.space.fact.Draft;
import dev.dmock.world.database.model.Role;
import java.util.Optional;

/** Injects faults into connections between DM and a database server; implemented in a package above. */
public interface ConnectionFaults {

    /** Injects no fault. */
    ConnectionFaults NONE = (draft, role, address) -> Optional.empty();

    /** Returns the fault of a connection to the server at an address; empty if it succeeds. */
    Optional<Refusal> refuse(Draft draft, Role role, String address);

    /** The kind of an injected connection fault. */
    enum Refusal {
        /** The connection fails as if no server listened at the address. */
        UNREACHABLE,
        /** The server rejects the account or its password. */
        ACCESS_DENIED,
        TOO_MANY_CONNECTIONS
    }
}
