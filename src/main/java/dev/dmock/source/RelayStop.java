package dev.dmock.source;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;

/** A marker that the relays of a source are requested to pause. */
record RelayStop(String source) {

    static final Kind<RelayStop> KIND = Kind.of("relayStop", RelayStop.class, s -> Key.of(s.source));
}
