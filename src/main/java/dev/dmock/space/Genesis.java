package dev.dmock.space;

/** Lays the first facts of a space that is used for the first time. */
public interface Genesis {

    void begin(Draft draft, SpaceName name);
}
