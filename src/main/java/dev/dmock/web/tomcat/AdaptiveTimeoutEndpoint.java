package dev.dmock.web.tomcat;

import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Waits for clients the less long, the more of them there are. As long as half of the places for connections are free,
 * they have all the time; then they have less and less of it, so that those who do not use theirs make room before the
 * last one is taken and others would have to wait for it.
 */
final class AdaptiveTimeoutEndpoint extends NioEndpoint {

    /** What there is time for in any case: to read what has arrived. */
    private static final int SHORTEST_MILLIS = 250;

    /** How much of the time is left at a number of connections, in milliseconds. */
    static int patience(int millis, long connections, long places) {
        double free = 1 - (double) connections / places;
        double share = Math.max(0, Math.min(1, 2 * free));
        return Math.max(Math.min(millis, SHORTEST_MILLIS), (int) (millis * share * share));
    }

    @Override
    public int getConnectionTimeout() {
        return patience(super.getConnectionTimeout(), getConnectionCount(), getMaxConnections());
    }
}
