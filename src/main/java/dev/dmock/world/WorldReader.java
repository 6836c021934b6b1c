package dev.dmock.world;

import dev.dmock.space.fact.Pace;
import dev.dmock.version.ApiVersion;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.ServerSetup;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Converts a document to a world. */
final class WorldReader {

    static final String UPSTREAMS = "upstreams";
    static final String DOWNSTREAMS = "downstreams";
    static final String ANY_UPSTREAM = "any_upstream";
    static final String ANY_DOWNSTREAM = "any_downstream";
    static final String OFFLINE = "offline";

    private static final Set<String> WORLD = Set.of(
            "api",
            "pace",
            "masters",
            "workers",
            "leader",
            "seed",
            UPSTREAMS,
            DOWNSTREAMS,
            ANY_UPSTREAM,
            ANY_DOWNSTREAM,
            OFFLINE);
    private static final Set<String> SERVER =
            Set.of("address", "user", "password", "variables", "users", "databases", "sql", "binlog", "rows");
    private static final Set<String> USER = Set.of("password", "grants");
    private static final Set<String> BINLOG = Set.of("file", "position", "transactions");

    private static final Pattern MASTER = Pattern.compile("master([1-9]\\d*)");
    private static final Pattern ADDRESS = Pattern.compile("([^\\s:\\[\\]/]+|\\[[0-9a-fA-F:.]+]):(\\d{1,5})");
    private static final int MAX_PORT = 65_535;
    private static final String ADDRESS_TAKEN = "There is a server at this address already.";
    static final int MAX_MASTERS = 99;
    static final int MAX_WORKERS = 500;

    private final Set<String> addresses = new HashSet<>();

    World read(JsonNode document) {
        DocumentFields fields = DocumentFields.of(document, "", WORLD);
        World standard = World.standard();
        int masters = Math.toIntExact(fields.number("masters", 1, MAX_MASTERS).orElse((long) standard.masters()));
        int workers = Math.toIntExact(fields.number("workers", 0, MAX_WORKERS).orElse((long) standard.workers()));
        List<ServerSpec> upstreams = fields.list(UPSTREAMS, this::server).orElse(null);
        addresses.clear();
        List<ServerSpec> downstreams = fields.list(DOWNSTREAMS, this::server).orElse(null);
        boolean anyUpstream = fields.truth(ANY_UPSTREAM).orElse(upstreams == null);
        boolean anyDownstream = fields.truth(ANY_DOWNSTREAM).orElse(downstreams == null);
        if (upstreams != null && downstreams != null) {
            refuseSharedAddress(upstreams, downstreams, anyUpstream && anyDownstream);
        }
        return new World(
                api(fields).orElse(standard.api()),
                pace(fields).orElse(standard.pace()),
                masters,
                workers,
                leader(fields, masters),
                fields.number("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(standard.seed()),
                upstreams,
                downstreams,
                anyUpstream,
                anyDownstream,
                fields.list(OFFLINE, WorldReader::address).orElse(List.of()));
    }

    /**
     * Rejects an address listed in both roles; only a server that exists because any address is reachable has both.
     */
    private static void refuseSharedAddress(
            List<ServerSpec> upstreams, List<ServerSpec> downstreams, boolean anywhere) {
        for (int i = 0; i < downstreams.size(); i++) {
            ServerSpec downstream = downstreams.get(i);
            boolean shared = upstreams.stream()
                    .filter(upstream -> upstream.address().equals(downstream.address()))
                    .anyMatch(upstream -> !anywhere || upstream.user() != null || downstream.user() != null);
            if (shared) {
                throw new WorldException(DOWNSTREAMS + "[" + i + "].address", ADDRESS_TAKEN);
            }
        }
    }

    static Optional<ApiVersion> api(DocumentFields fields) {
        return fields.text("api")
                .map(label -> ApiVersion.ofLabel(label)
                        .orElseThrow(() -> fields.wrong(
                                "api",
                                "There is no such version; there are "
                                        + Arrays.stream(ApiVersion.values())
                                                .map(ApiVersion::label)
                                                .collect(Collectors.joining(", "))
                                        + ".")));
    }

    static Optional<Pace> pace(DocumentFields fields) {
        return fields.text("pace")
                .map(label -> Pace.ofLabel(label)
                        .orElseThrow(() -> fields.wrong(
                                "pace",
                                "There is no such pace; there are "
                                        + Arrays.stream(Pace.values())
                                                .map(Pace::label)
                                                .collect(Collectors.joining(", "))
                                        + ".")));
    }

    private static String leader(DocumentFields fields, int masters) {
        String leader = fields.text("leader").orElse("master1");
        Matcher matcher = MASTER.matcher(leader);
        if (!matcher.matches() || matcher.group(1).length() > 2 || Integer.parseInt(matcher.group(1)) > masters) {
            throw fields.wrong("leader", "There is no such master; there are master1 to master" + masters + ".");
        }
        return leader;
    }

    private ServerSpec server(JsonNode node, String path) {
        DocumentFields fields = DocumentFields.of(node, path, SERVER);
        String address = address(fields);
        if (!addresses.add(address)) {
            throw fields.wrong("address", ADDRESS_TAKEN);
        }
        String user = fields.text("user").orElse(null);
        if ("".equals(user)) {
            throw fields.wrong("user", "This must not be empty.");
        }
        return new ServerSpec(
                address,
                user,
                fields.text("password").orElse(""),
                fields.map("variables", WorldReader::scalar),
                fields.map("users", WorldReader::user),
                fields.map("databases", (value, at) -> DocumentFields.all(value, at, DocumentFields::text)),
                fields.list("sql", DocumentFields::text).orElse(List.of()),
                fields.find("binlog")
                        .map(b -> binlog(b, fields.pathOf("binlog")))
                        .orElse(null),
                fields.map("rows", (value, at) -> DocumentFields.all(value, at, WorldReader::count)));
    }

    private static Long count(JsonNode value, String path) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new WorldException(path, "This has to be an integer.");
        }
        return value.longValue();
    }

    /** Reads {@code host:port} and resolves the host as for clients. */
    static String address(DocumentFields fields) {
        return address(fields, "address");
    }

    static String address(DocumentFields fields, String field) {
        return address(fields.requiredText(field), fields.pathOf(field));
    }

    private static String address(JsonNode value, String path) {
        return address(DocumentFields.text(value, path), path);
    }

    private static String address(String text, String path) {
        Matcher matcher = ADDRESS.matcher(text);
        int port = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        if (port < 1 || port > MAX_PORT) {
            throw new WorldException(path, "This has to be a host and a port, such as 127.0.0.1:3306.");
        }
        return Databases.address(matcher.group(1), port);
    }

    private static String scalar(JsonNode value, String path) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "ON" : "OFF";
        }
        if (value.isString() || value.isNumber()) {
            return value.asString();
        }
        throw new WorldException(path, "This has to be a text or a number.");
    }

    private static ServerSpec.User user(JsonNode node, String path) {
        DocumentFields fields = DocumentFields.of(node, path, USER);
        return new ServerSpec.User(
                fields.text("password").orElse(""),
                fields.list("grants", DocumentFields::text).orElse(List.of()));
    }

    private static ServerSpec.BinlogSpec binlog(JsonNode node, String path) {
        DocumentFields fields = DocumentFields.of(node, path, BINLOG);
        String file = fields.requiredText("file");
        long position = fields.number("position", 0, Long.MAX_VALUE).orElse(0L);
        if (!ServerSetup.isBinlogPlace(file, position)) {
            throw new WorldException(path, "This is no place in a binlog, such as mysql-bin.000001 and 151.");
        }
        long transactions = fields.number("transactions", 0, Long.MAX_VALUE).orElse(0L);
        return new ServerSpec.BinlogSpec(file, position, transactions);
    }
}
