package dev.dmock.cluster.web;

import dev.dmock.cluster.Master;
import dev.dmock.space.fact.Draft;
import dev.dmock.version.Trait;

/** A master as it is listed; its address is the peer URL, or that of its API where the version says so. */
public record MasterView(String addr, boolean alive, boolean leader, String name) {

    public static MasterView of(Draft draft, Master master) {
        boolean service = draft.has(Trait.SERVICE_ADDRESSES);
        return new MasterView(
                service ? master.clientAddress() : master.peerUrl(), master.alive(), master.leader(), master.name());
    }
}
