package dev.dmock.task;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import dev.dmock.world.sql.TableName;

/** A target table whose structure a subtask's sync unit has read, and reads again only after a DDL (v8). */
record KnownTarget(String task, String source, TableName target) {

    static final Kind<KnownTarget> KIND = Kind.of(
            "knownTarget", KnownTarget.class, t -> Key.of(t.task, t.source, t.target.schema(), t.target.table()));
}
