package dev.dmock.fault;

import dev.dmock.space.fact.Kind;

/** The number of faults that were armed since the space was created, which keeps ids unique. */
record FaultCount(long armed) {

    static final Kind<FaultCount> KIND = Kind.of("faultCount", FaultCount.class, c -> "");
}
