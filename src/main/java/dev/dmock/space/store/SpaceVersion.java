package dev.dmock.space.store;

import java.util.UUID;

/**
 * Which commit to a space made its facts what they are.
 *
 * @param life tells a space from one of the same name that was dropped before
 * @param number how many commits there were in this life; 0 for a space that is not stored yet
 */
public record SpaceVersion(String life, long number) {

    /** That of a space that is about to be made. */
    static SpaceVersion unborn() {
        return new SpaceVersion(UUID.randomUUID().toString(), 0);
    }

    public boolean stored() {
        return number > 0;
    }

    SpaceVersion next() {
        return new SpaceVersion(life, number + 1);
    }
}
