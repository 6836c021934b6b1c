package dev.dmock.space;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.store.SpaceName;

/** Lays the first facts of a space that is used for the first time. */
public interface SpaceInitializer {

    void begin(Draft draft, SpaceName name);
}
