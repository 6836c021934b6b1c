package dev.dmock.space.fact;

import java.util.List;

/** The kinds of facts that one package contributes. */
public record Kinds(List<Kind<?>> kinds) {

    public static Kinds of(Kind<?>... kinds) {
        return new Kinds(List.of(kinds));
    }
}
