package dev.dmock.sql.token;

/** The SQL dialect: upstream MySQL 5.6 or downstream TiDB v8.1. */
public enum Dialect {
    MYSQL,
    TIDB
}
