package dev.dmock.sql.token;

/** A qualified table name. */
public record TableName(String schema, String table) {

    /** Formats the name as DM and the databases do: {@code `db1`.`t1`}. */
    public String quoted() {
        return quote(schema) + '.' + quote(table);
    }

    /** Formats the name as in a restored statement, where the schema is optional. */
    public String restored() {
        return schema.isEmpty() ? quote(table) : quoted();
    }

    /** Returns the table, with {@code other} as the default schema. */
    public TableName in(String other) {
        return schema.isEmpty() ? new TableName(other, table) : this;
    }

    /** Quotes a name with backticks. */
    public static String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }
}
