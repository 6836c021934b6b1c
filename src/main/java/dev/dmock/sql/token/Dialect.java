package dev.dmock.sql.token;

/** Whose SQL: that of the upstream MySQL 5.6 or of the downstream TiDB v8.1, which word and print some things differently. */
public enum Dialect {
    MYSQL,
    TIDB
}
