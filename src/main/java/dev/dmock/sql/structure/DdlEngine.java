package dev.dmock.sql.structure;

import dev.dmock.sql.token.Dialect;

/** The engine that executes a DDL and determines its rules. */
public enum DdlEngine {
    MYSQL(Dialect.MYSQL),
    /** The downstream TiDB server (2024). */
    TIDB(Dialect.TIDB),
    /** The embedded TiDB (2021) in the sync unit of DM v5.3, which executes the DDL that it tracks. */
    TRACKER_V5(Dialect.TIDB),
    /** TiDB's schema tracker in the sync unit of DM v8, which tracks structures with few checks. */
    TRACKER_V8(Dialect.TIDB);

    private final Dialect dialect;

    DdlEngine(Dialect dialect) {
        this.dialect = dialect;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Returns the server of a dialect. */
    public static DdlEngine server(Dialect dialect) {
        return dialect == Dialect.MYSQL ? MYSQL : TIDB;
    }

    /** Returns whether the engine is a full TiDB, which rejects changes that it cannot apply to rows. */
    boolean isWholeTidb() {
        return this == TIDB || this == TRACKER_V5;
    }

    /** Returns whether a foreign key creates its index. */
    boolean indexesForeignKeys() {
        return this != TRACKER_V5;
    }

    /** Returns whether latin1 converts to utf8mb4, which TiDB supports since 2022. */
    boolean turnsLatin1IntoUtf8mb4() {
        return this != TRACKER_V5;
    }
}
