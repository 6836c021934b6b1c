package dev.dmock.version;

/** Versions of the API that share routes, shapes and error catalogue. */
public enum Generation {
    V5,
    V8;

    /** The internal path prefix of this generation's controllers, and the name of its resources. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
