package dev.dmock.web.slowclient;

import dev.dmock.web.tomcat.ServerExchange;
import jakarta.servlet.ServletRequest;

/** How long one waits for a client: less if there are many. */
final class ClientTimeout {

    /** A little less than the server waits for the next piece, so that a body that does not come is answered. */
    private static final double SHARE = 0.9;

    private static final int MEGABYTE = 1 << 20;
    private static final long MILLIS_A_MEGABYTE = 1000;

    private ClientTimeout() {}

    /** How long a body may take to come, in milliseconds. */
    static long millis(ServletRequest request) {
        return (long) (SHARE * ServerExchange.of(request).patience());
    }

    /** How long it may take to get rid of an answer, in milliseconds. */
    static long millisFor(ServletRequest request, long bytes) {
        return millis(request) + bytes / MEGABYTE * MILLIS_A_MEGABYTE;
    }
}
