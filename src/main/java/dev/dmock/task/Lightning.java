package dev.dmock.task;

import dev.dmock.world.database.Session;
import dev.dmock.world.sql.TableName;

/** What TiDB Lightning, the load unit of v8, leaves downstream beside the data. */
final class Lightning {

    private static final TableName CONFLICTS = new TableName("lightning_task_info", "conflict_records");
    private static final String DEFINITION = " (task_id bigint NOT NULL, create_time datetime(6) NOT NULL,"
            + " table_name varchar(261) NOT NULL, path varchar(2048) NOT NULL, offset bigint NOT NULL,"
            + " error text NOT NULL, row_id bigint NOT NULL, row_data text NOT NULL, KEY (task_id, table_name))";

    private Lightning() {}

    /** Before it loads anything it makes the schema in which it records conflicts, and never removes it. */
    static void begin(Session downstream) {
        downstream.createSchemaIfMissing(CONFLICTS.schema());
        downstream.execute("", "CREATE TABLE IF NOT EXISTS " + CONFLICTS.quoted() + DEFINITION);
    }
}
