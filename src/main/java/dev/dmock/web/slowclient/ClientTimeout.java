package dev.dmock.web.slowclient;

import dev.dmock.web.tomcat.ServerExchange;
import jakarta.servlet.ServletRequest;

/** The timeouts for clients; they shrink as the number of connections grows. */
final class ClientTimeout {

    /** Slightly less than the server's read timeout, so that a missing body gets a response first. */
    private static final double SHARE = 0.9;

    private static final int MEGABYTE = 1 << 20;
    private static final long MILLIS_PER_MEGABYTE = 1000;

    private ClientTimeout() {}

    /** Returns the timeout for receiving a body, in milliseconds. */
    static long millis(ServletRequest request) {
        return (long) (SHARE * ServerExchange.of(request).patience());
    }

    /** Returns the timeout for sending a response, in milliseconds. */
    static long millisFor(ServletRequest request, long bytes) {
        return millis(request) + bytes / MEGABYTE * MILLIS_PER_MEGABYTE;
    }
}
