package dev.dmock.web.servlet.slow;

/** How long one waits for clients. */
final class Patience {

    /** How long a body may take to come: a little less than the server waits for the next piece, so that it is answered. */
    static final long MILLIS = 9_000;

    private static final int MEGABYTE = 1 << 20;
    private static final long MILLIS_A_MEGABYTE = 1000;

    private Patience() {}

    /** How long it may take to get rid of an answer. */
    static long millisFor(long bytes) {
        return MILLIS + bytes / MEGABYTE * MILLIS_A_MEGABYTE;
    }
}
