package dev.dmock.space;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.store.SpaceName;

/** Creates the first facts of a new space. */
public interface SpaceInitializer {

    void begin(Draft draft, SpaceName name);
}
