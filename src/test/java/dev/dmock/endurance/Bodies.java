package dev.dmock.endurance;

/** What clients ask for: a source, and a task that reads from it. */
public final class Bodies {

    private Bodies() {}

    public static String source(String name) {
        return """
                {"source_name": "%s", "host": "127.0.0.1", "port": 3306, "user": "root", "password": "123456",
                 "enable_gtid": false}""".formatted(name);
    }

    public static String task(String name, String source) {
        return """
                {"remove_meta": true, "task": {"name": "%1$s", "task_mode": "all", "enhance_online_schema_change": true,
                 "on_duplicate": "error",
                 "target_config": {"host": "127.0.0.1", "port": 4000, "user": "root", "password": "123456"},
                 "table_migrate_rule": [{"source": {"source_name": "%2$s", "schema": "db1", "table": "table1"},
                                         "target": {"schema": "db1", "table": "table1"}}],
                 "source_config": {"source_conf": [{"source_name": "%2$s"}]}}}""".formatted(name, source);
    }
}
