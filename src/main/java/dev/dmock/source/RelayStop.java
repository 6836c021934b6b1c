package dev.dmock.source;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;

/** The relays of a source are to stand still. */
record RelayStop(String source) {

    static final Kind<RelayStop> KIND = Kind.of("relayStop", RelayStop.class, s -> Key.of(s.source));
}
