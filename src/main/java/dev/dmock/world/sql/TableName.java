package dev.dmock.world.sql;

/** A table of a schema. */
public record TableName(String schema, String table) {

    /** As DM and the databases write it: {@code `db1`.`t1`}. */
    public String quoted() {
        return quote(schema) + '.' + quote(table);
    }

    /** A name between back quotes. */
    public static String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }
}
