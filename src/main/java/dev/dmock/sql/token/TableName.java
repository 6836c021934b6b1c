package dev.dmock.sql.token;

/** A table of a schema. */
public record TableName(String schema, String table) {

    /** As DM and the databases write it: {@code `db1`.`t1`}. */
    public String quoted() {
        return quote(schema) + '.' + quote(table);
    }

    /** The same in a restored statement, where a schema may be missing. */
    public String restored() {
        return schema.isEmpty() ? quote(table) : quoted();
    }

    /** The same table, in {@code other} if no schema was said. */
    public TableName in(String other) {
        return schema.isEmpty() ? new TableName(other, table) : this;
    }

    /** A name between back quotes. */
    public static String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }
}
