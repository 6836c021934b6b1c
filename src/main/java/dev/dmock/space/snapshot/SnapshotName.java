package dev.dmock.space.snapshot;

import dev.dmock.space.store.SpaceName;

/** The name of a snapshot; the rule is that of spaces. */
public record SnapshotName(String value) {

    public SnapshotName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not the name of a snapshot: " + value);
        }
    }

    public static boolean isValid(String value) {
        return SpaceName.isValid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
