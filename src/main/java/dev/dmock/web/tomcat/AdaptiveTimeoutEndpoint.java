package dev.dmock.web.tomcat;

import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Shortens the read timeout as the number of open connections grows. Below half of the maximum, clients have the full
 * timeout; above it the timeout shrinks, so that idle connections close before the limit blocks new ones.
 */
final class AdaptiveTimeoutEndpoint extends NioEndpoint {

    /** The minimum timeout, enough to read data that has arrived. */
    private static final int MIN_TIMEOUT_MILLIS = 250;

    /** Returns the timeout for a number of connections, in milliseconds. */
    static int patience(int millis, long connections, long places) {
        double free = 1 - (double) connections / places;
        double share = Math.max(0, Math.min(1, 2 * free));
        return Math.max(Math.min(millis, MIN_TIMEOUT_MILLIS), (int) (millis * share * share));
    }

    @Override
    public int getConnectionTimeout() {
        return patience(super.getConnectionTimeout(), getConnectionCount(), getMaxConnections());
    }
}
