package dev.dmock.world.database;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import org.jspecify.annotations.Nullable;

/** A schema (database) of a server. */
public record Schema(
        String address,
        String name,
        String charset,
        @Nullable String collation) {

    public static final Kind<Schema> KIND = Kind.of("schema", Schema.class, s -> Key.of(s.address, s.name));
}
