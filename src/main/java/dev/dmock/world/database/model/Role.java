package dev.dmock.world.database.model;

import dev.dmock.sql.token.Dialect;

/** The role of a server for DM. */
public enum Role {
    /** A MySQL 5.6 that sources read from. */
    UPSTREAM,
    /** A TiDB v8.1 that tasks write to. */
    DOWNSTREAM;

    public Dialect dialect() {
        return this == UPSTREAM ? Dialect.MYSQL : Dialect.TIDB;
    }
}
