package dev.dmock.task.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.token.TableName;

/** A target table in the structure cache of a sync unit; a DDL invalidates it (v8). */
public record KnownTarget(String task, String source, TableName target) {

    public static final Kind<KnownTarget> KIND = Kind.of(
            "knownTarget", KnownTarget.class, t -> Key.of(t.task, t.source, t.target.schema(), t.target.table()));
}
