package dev.dmock.world.database.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import org.jspecify.annotations.Nullable;

/** A schema (database) of a server. */
public record DatabaseSchema(
        String address,
        String name,
        String charset,
        @Nullable String collation) {

    public static final Kind<DatabaseSchema> KIND =
            Kind.of("schema", DatabaseSchema.class, s -> Key.of(s.address, s.name));
}
