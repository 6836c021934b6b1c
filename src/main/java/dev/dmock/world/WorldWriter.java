package dev.dmock.world;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Serializes a world as a document. */
final class WorldWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WorldWriter() {}

    static ObjectNode write(World world) {
        ObjectNode document = NODES.objectNode();
        document.put("api", world.api().label());
        document.put("pace", world.pace().label());
        document.put("masters", world.masters());
        document.put("workers", world.workers());
        document.put("leader", world.leader());
        document.put("seed", world.seed());
        world.listedUpstreams().ifPresent(servers -> {
            document.set(WorldReader.UPSTREAMS, servers(servers));
            if (world.anyUpstream()) {
                document.put(WorldReader.ANY_UPSTREAM, true);
            }
        });
        world.listedDownstreams().ifPresent(servers -> {
            document.set(WorldReader.DOWNSTREAMS, servers(servers));
            if (world.anyDownstream()) {
                document.put(WorldReader.ANY_DOWNSTREAM, true);
            }
        });
        if (!world.offline().isEmpty()) {
            document.set(WorldReader.OFFLINE, texts(world.offline()));
        }
        return document;
    }

    private static ArrayNode servers(List<ServerSpec> servers) {
        ArrayNode all = NODES.arrayNode();
        servers.forEach(server -> all.add(server(server)));
        return all;
    }

    private static ObjectNode server(ServerSpec server) {
        ObjectNode node = NODES.objectNode();
        node.put("address", server.address());
        if (server.user() != null) {
            node.put("user", server.user());
            node.put("password", server.password());
        }
        if (!server.variables().isEmpty()) {
            node.set("variables", texts(server.variables()));
        }
        if (!server.users().isEmpty()) {
            ObjectNode users = node.putObject("users");
            server.users().forEach((name, user) -> {
                ObjectNode one = users.putObject(name);
                one.put("password", user.password());
                one.set("grants", texts(user.grants()));
            });
        }
        ObjectNode databases = node.putObject("databases");
        server.databases().forEach((schema, tables) -> databases.set(schema, texts(tables)));
        if (!server.sql().isEmpty()) {
            node.set("sql", texts(server.sql()));
        }
        if (!server.rows().isEmpty()) {
            ObjectNode rows = node.putObject("rows");
            server.rows().forEach((schema, tables) -> {
                ObjectNode counts = rows.putObject(schema);
                tables.forEach(counts::put);
            });
        }
        ServerSpec.BinlogSpec binlog = server.binlog();
        if (binlog != null) {
            node.putObject("binlog")
                    .put("file", binlog.file())
                    .put("position", binlog.position())
                    .put("transactions", binlog.transactions());
        }
        return node;
    }

    private static ObjectNode texts(Map<String, String> texts) {
        ObjectNode node = NODES.objectNode();
        texts.forEach(node::put);
        return node;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode node = NODES.arrayNode();
        texts.forEach(node::add);
        return node;
    }
}
