package dev.dmock.world;

import dev.dmock.space.Draft;
import org.springframework.stereotype.Component;

/** Lays the databases of a world document into a space, lets statements happen there, and describes what is there now. */
@Component
public class WorldDatabases {

    /** Makes the servers of the world; the draft has none yet. */
    public void lay(Draft draft, World world) {
        throw new UnsupportedOperationException(draft + world.toString());
    }

    /**
     * Executes the statements of an event and tells the {@link ServerListener}s.
     *
     * @throws WorldException with path {@code sql.address} or {@code sql.statements[0]} and the database's error text
     */
    public void happen(Draft draft, WorldEvent.Sql sql) {
        throw new UnsupportedOperationException(draft + sql.toString());
    }

    /** The world with its databases as they are now. */
    public World describe(Draft draft, World rest) {
        throw new UnsupportedOperationException(draft + rest.toString());
    }
}
