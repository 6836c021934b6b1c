package dev.dmock.fault;

import dev.dmock.space.fact.Kind;

/** How many faults were armed in the space since it was laid, so that no id is given twice. */
record FaultCount(long armed) {

    static final Kind<FaultCount> KIND = Kind.of("faultCount", FaultCount.class, c -> "");
}
