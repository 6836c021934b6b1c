package dev.dmock.conformance.differential;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random worlds of two upstreams and a downstream. */
final class RandomWorld {

    static final String FIRST = "127.0.0.1:3306";
    static final String SECOND = "127.0.0.1:3307";
    static final String TARGET = "127.0.0.1:4000";

    private RandomWorld() {}

    static ObjectNode of(String api, Chance chance) {
        ObjectNode world = Steps.object().put("api", api).put("masters", 3).put("workers", 3);
        ArrayNode upstreams = world.putArray("upstreams");
        upstreams.add(server(FIRST, chance));
        upstreams.add(server(SECOND, chance));
        ObjectNode target =
                Steps.object().put("address", TARGET).put("user", "root").put("password", "123456");
        if (chance.oneIn(4)) {
            target.putObject("databases").putObject("db1").put("t1", new RandomSql(chance).plainTable("t1"));
        }
        world.putArray("downstreams").add(target);
        return world;
    }

    private static ObjectNode server(String address, Chance chance) {
        RandomSql sql = new RandomSql(chance);
        ObjectNode server =
                Steps.object().put("address", address).put("user", "root").put("password", "123456");
        ObjectNode databases = server.putObject("databases");
        ObjectNode first = databases.putObject("db1");
        if (!chance.oneIn(5)) {
            first.put("t1", sql.plainTable("t1"));
            first.put("t2", "CREATE TABLE t2 (id INT PRIMARY KEY, c VARCHAR(20))");
            if (chance.oneIn(2)) {
                server.putArray("sql").add("INSERT INTO db1.t2 VALUES (1,'a'),(2,'b')");
            }
        }
        if (chance.oneIn(2)) {
            databases.putObject("db2");
        }
        return server;
    }
}
