package dev.dmock.world.database.model;

import dev.dmock.sql.token.Dialect;

/** What a server is to DM. */
public enum Role {
    /** A MySQL 5.6 that sources are made of. */
    UPSTREAM,
    /** A TiDB v8.1 that tasks write to. */
    DOWNSTREAM;

    public Dialect dialect() {
        return this == UPSTREAM ? Dialect.MYSQL : Dialect.TIDB;
    }
}
