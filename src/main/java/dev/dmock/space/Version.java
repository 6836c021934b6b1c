package dev.dmock.space;

import java.util.UUID;

/**
 * Which commit to a space made its facts what they are.
 *
 * @param life tells a space from one of the same name that was dropped before
 * @param number how many commits there were in this life; 0 for a space that is not stored yet
 */
record Version(String life, long number) {

    /** That of a space that is about to be made. */
    static Version unborn() {
        return new Version(UUID.randomUUID().toString(), 0);
    }

    boolean stored() {
        return number > 0;
    }

    Version next() {
        return new Version(life, number + 1);
    }
}
