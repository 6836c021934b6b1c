package dev.dmock.cluster;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;

/**
 * A DM-master that is a member of the cluster.
 *
 * @param number its place among the masters, from 1; its ports follow from it
 * @param alive whether its process runs
 * @param leader whether it leads
 */
public record Master(String name, int number, boolean alive, boolean leader) {

    public static final Kind<Master> KIND = Kind.of("master", Master.class, m -> Key.of(m.name));

    static final String NAME = "master";
    private static final int FIRST_CLIENT_PORT = 8261;
    private static final int PORT_STEP = 100;
    private static final int FIRST_PEER_PORT = 8291;

    /** The address of its API as it advertises it, host and port. */
    public String clientAddress() {
        return "127.0.0.1:" + (FIRST_CLIENT_PORT + PORT_STEP * (number - 1));
    }

    /** The URL that the other masters use, with its scheme. */
    public String peerUrl() {
        return "http://127.0.0.1:" + (FIRST_PEER_PORT + number - 1);
    }

    Master withAlive(boolean now) {
        return new Master(name, number, now, leader && now);
    }

    Master withLeader(boolean now) {
        return new Master(name, number, alive, now);
    }
}
