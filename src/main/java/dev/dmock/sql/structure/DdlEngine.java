package dev.dmock.sql.structure;

import dev.dmock.sql.token.Dialect;

/** Who carries out a DDL, and so by whose rules. */
public enum DdlEngine {
    MYSQL(Dialect.MYSQL),
    /** A TiDB server of 2024, as it is downstream. */
    TIDB(Dialect.TIDB),
    /** The TiDB of 2021 inside the sync unit of DM v5.3, which carries out what it follows. */
    TRACKER_V5(Dialect.TIDB),
    /** TiDB's schema tracker inside the sync unit of DM v8, which follows structures and checks little. */
    TRACKER_V8(Dialect.TIDB);

    private final Dialect dialect;

    DdlEngine(Dialect dialect) {
        this.dialect = dialect;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** A server of that dialect. */
    public static DdlEngine server(Dialect dialect) {
        return dialect == Dialect.MYSQL ? MYSQL : TIDB;
    }

    /** Whether it is a TiDB that refuses what it could not do to the rows of a table. */
    boolean isWholeTidb() {
        return this == TIDB || this == TRACKER_V5;
    }

    /** Whether a foreign key brings the index that it needs. */
    boolean indexesForeignKeys() {
        return this != TRACKER_V5;
    }

    /** TiDB can do so since 2022. */
    boolean turnsLatin1IntoUtf8mb4() {
        return this != TRACKER_V5;
    }
}
