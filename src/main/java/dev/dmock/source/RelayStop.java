package dev.dmock.source;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;

/** The relays of a source are to stand still. */
record RelayStop(String source) {

    static final Kind<RelayStop> KIND = Kind.of("relayStop", RelayStop.class, s -> Key.of(s.source));
}
