package dev.dmock.sql;

/** The kind of a DDL operation. */
public enum DdlKind {
    CREATE_DATABASE("create database"),
    ALTER_DATABASE("alter database"),
    DROP_DATABASE("drop database"),
    CREATE_TABLE("create table"),
    DROP_TABLE("drop table"),
    TRUNCATE_TABLE("truncate table"),
    RENAME_TABLE("rename table"),
    CREATE_INDEX("create index"),
    DROP_INDEX("drop index"),
    ADD_COLUMN("alter table"),
    DROP_COLUMN("alter table"),
    MODIFY_COLUMN("alter table"),
    RENAME_COLUMN("alter table"),
    ALTER_DEFAULT("alter table"),
    ADD_INDEX("alter table"),
    RENAME_INDEX("alter table"),
    ADD_PRIMARY_KEY("alter table"),
    DROP_PRIMARY_KEY("alter table"),
    TABLE_OPTION("alter table"),
    PARTITIONS("alter table");

    private final String eventType;

    DdlKind(String eventType) {
        this.eventType = eventType;
    }

    /** Returns DM's event name, as used in binlog event filters. */
    public String eventType() {
        return eventType;
    }
}
