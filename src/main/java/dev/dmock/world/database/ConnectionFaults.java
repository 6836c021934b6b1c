package dev.dmock.world.database;

import dev.dmock.space.fact.Draft;
import dev.dmock.world.database.model.Role;
import java.util.Optional;

/** What comes between DM and a database server on purpose; implemented above. */
public interface ConnectionFaults {

    /** Every connection is made. */
    ConnectionFaults NONE = (draft, role, address) -> Optional.empty();

    /** How a connection to the server at an address fails now; empty if it is made. */
    Optional<Refusal> refuse(Draft draft, Role role, String address);

    /** A way in which a connection fails. */
    enum Refusal {
        /** As if nothing listened there. */
        UNREACHABLE,
        /** As if the account were another one, or its password. */
        ACCESS_DENIED,
        TOO_MANY_CONNECTIONS
    }
}
