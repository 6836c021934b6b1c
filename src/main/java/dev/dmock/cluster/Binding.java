package dev.dmock.cluster;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;

/** Says that {@code worker} holds {@code source}: the way back from {@link Worker#source()}. */
record Binding(String source, String worker) {

    static final Kind<Binding> KIND = Kind.of("binding", Binding.class, b -> Key.of(b.source));
}
