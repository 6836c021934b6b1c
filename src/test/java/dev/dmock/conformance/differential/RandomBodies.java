package dev.dmock.conformance.differential;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random bodies of requests: sources, tasks and table structures. */
final class RandomBodies {

    private final Chance chance;
    private final boolean v8;

    RandomBodies(Chance chance, boolean v8) {
        this.chance = chance;
        this.v8 = v8;
    }

    /** A source that can be made; {@code number} is 1 or 2. */
    ObjectNode source(int number) {
        ObjectNode source = Steps.object()
                .put("source_name", "source-" + number)
                .put("host", "127.0.0.1")
                .put("port", 3305 + number)
                .put("user", "root")
                .put("password", "123456")
                .put("enable_gtid", chance.oneIn(3));
        if (chance.oneIn(6)) {
            source.set(
                    "purge",
                    Steps.json(
                            chance.of("{}", "{'interval': 60}", "{'expires': 1, 'interval': 1, 'remain_space': 1}")));
        }
        return v8 ? posted(source.put("enable", !chance.oneIn(8)), "worker" + number) : source;
    }

    private static ObjectNode posted(ObjectNode source, String worker) {
        ObjectNode body = Steps.object();
        body.set("source", source);
        return body.put("worker_name", worker);
    }

    /** A source with something odd about it. */
    ObjectNode oddSource() {
        ObjectNode body = source(2);
        ObjectNode source = v8 ? (ObjectNode) body.get("source") : body;
        switch (chance.below(7)) {
            case 0 -> source.put("port", chance.of(3306, 3399, 70000, 4000));
            case 1 -> source.put("password", "wrong");
            case 2 -> source.put("source_name", chance.of("", "source-1", "a/b", "ö", "x".repeat(33)));
            case 3 -> source.set("security", security());
            case 4 -> source.put("host", chance.of("", "localhost"));
            case 5 -> source.remove(chance.of("user", "host", "port", "enable_gtid"));
            default -> source.putNull(chance.of("user", "security", "password", "purge"));
        }
        return body;
    }

    private JsonNode security() {
        return Steps.json(chance.of(
                "{'ssl_ca_content': '', 'ssl_cert_content': '', 'ssl_key_content': ''}",
                "{'ssl_ca_content': 'x', 'ssl_cert_content': '', 'ssl_key_content': ''}",
                "{'ssl_ca_content': '', 'ssl_cert_content': 'x', 'ssl_key_content': 'y'}"));
    }

    /** A task that DM accepts in most worlds. */
    ObjectNode plainTask(String name, List<Integer> sources) {
        ObjectNode body = task(name, sources);
        ObjectNode task = (ObjectNode) body.get("task");
        task.put("task_mode", chance.of("all", "all", "all", "full")).put("on_duplicate", "error");
        task.remove(List.of("binlog_filter_rule", "meta_schema"));
        task.set("target_config", plainTarget());
        ArrayNode rules = task.putArray("table_migrate_rule");
        ArrayNode conf = task.withObject("source_config").putArray("source_conf");
        sources.forEach(number -> {
            ObjectNode rule = rule(number, sources.size() > 1);
            ((ObjectNode) rule.get("source")).put("schema", "db1").put("table", chance.of("*", "t1", "t2"));
            rules.add(rule);
            conf.addObject().put("source_name", "source-" + number);
        });
        return body;
    }

    ObjectNode task(String name, List<Integer> sources) {
        ObjectNode task = Steps.object()
                .put("name", name)
                .put("task_mode", chance.of("all", "all", "full", "incremental"))
                .put("enhance_online_schema_change", !chance.oneIn(4))
                .put("on_duplicate", v8 ? chance.of("error", "replace", "overwrite") : "error");
        if (sources.size() > 1 || chance.oneIn(5)) {
            task.put("shard_mode", chance.of("pessimistic", "optimistic"));
        }
        if (chance.oneIn(6)) {
            task.put("meta_schema", chance.of("meta1", "", "dm-meta"));
        }
        task.set("target_config", target());
        ArrayNode rules = task.putArray("table_migrate_rule");
        sources.forEach(number -> rules.add(rule(number, sources.size() > 1)));
        if (chance.oneIn(4)) {
            task.putObject("binlog_filter_rule").set("f1", filter());
            ((ObjectNode) rules.get(0)).putArray("binlog_filter_rule").add("f1");
        }
        ObjectNode config = task.putObject("source_config");
        ArrayNode conf = config.putArray("source_conf");
        sources.forEach(number -> conf.add(start(number)));
        if (chance.oneIn(6)) {
            config.set(
                    "full_migrate_conf",
                    Steps.json(chance.of("{'export_threads': 4, 'import_threads': 16}", "{'data_dir': './x'}")));
        }
        ObjectNode body = Steps.object();
        body.set("task", task);
        return v8 ? body : body.put("remove_meta", chance.oneIn(4));
    }

    private ObjectNode target() {
        ObjectNode target = plainTarget();
        if (chance.oneIn(15)) {
            target.put("port", chance.of(4001, 3307));
        }
        return chance.oneIn(20) ? target.put("password", "wrong") : target;
    }

    private static ObjectNode plainTarget() {
        return Steps.json("{'host': '127.0.0.1', 'port': 4000, 'user': 'root', 'password': '123456'}");
    }

    private ObjectNode rule(int number, boolean merged) {
        ObjectNode rule = Steps.object();
        rule.putObject("source")
                .put("source_name", "source-" + number)
                .put("schema", chance.of("db1", "db1", "db*", "~^db[12]$", "none"))
                .put("table", chance.of("*", "t1", "t*", "~t[12]"));
        if (merged || chance.oneIn(4)) {
            rule.putObject("target")
                    .put("schema", chance.of("out1", "db1"))
                    .put("table", merged ? "m" : chance.of("t1", "m"));
        }
        return rule;
    }

    private ObjectNode filter() {
        return Steps.json(chance.of(
                "{'ignore_event': ['delete']}",
                "{'ignore_event': ['all ddl'], 'ignore_sql': []}",
                "{'ignore_sql': ['^DROP']}",
                "{'ignore_event': ['truncate table', 'drop table', 'nope']}",
                "{}"));
    }

    private ObjectNode start(int number) {
        ObjectNode start = Steps.object().put("source_name", "source-" + number);
        switch (chance.below(8)) {
            case 0, 1, 2 -> start.put("binlog_name", "mysql-bin.000001").put("binlog_pos", chance.of(4, 151, 999_999));
            case 3 -> start.put("binlog_name", chance.of("mysql-bin.000009", "x", ""));
            case 4 -> start.put("binlog_gtid", chance.of("", "03fc0263-28c7-11e7-a653-6c0b84d59f30:1-7", "nope"));
            default -> {}
        }
        return start;
    }

    ObjectNode structure(String table) {
        String sql = chance.oneIn(4)
                ? chance.of("", "nope", "CREATE TABLE t1 (id INT); CREATE TABLE t2 (id INT)", "DROP TABLE t1")
                : new RandomSql(chance).createTable(table);
        return Steps.object()
                .put("sql_content", sql)
                .put("flush", chance.oneIn(2))
                .put("sync", chance.oneIn(2));
    }
}
