package dev.dmock.world;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Parses the body of a PATCH into an event. */
final class EventReader {

    private static final Set<String> EVENT = Set.of(
            "api",
            "pace",
            "worker_offline",
            "worker_online",
            "master_offline",
            "master_online",
            "leader",
            "server_offline",
            "server_online",
            "sql",
            "settle");
    private static final Set<String> SQL = Set.of("address", "statements");
    private static final Pattern MEMBER_NAME = Pattern.compile("(master|worker)([1-9][0-9]{0,2})");
    private static final BigDecimal MOST_SECONDS =
            BigDecimal.valueOf(Duration.ofDays(3650).toSeconds());
    private static final int NANOS = 9;

    private EventReader() {}

    static WorldEvent read(JsonNode body) {
        DocumentFields fields = DocumentFields.of(body, "", EVENT);
        return new WorldEvent(
                WorldReader.api(fields).orElse(null),
                WorldReader.pace(fields).orElse(null),
                members(fields),
                fields.find("sql").map(EventReader::statements).orElse(null),
                settle(fields));
    }

    private static List<WorldEvent.Member> members(DocumentFields fields) {
        List<WorldEvent.Member> members = new ArrayList<>();
        for (WorldEvent.Change change : WorldEvent.Change.values()) {
            String field = change.field();
            fields.text(field)
                    .ifPresent(name -> members.add(new WorldEvent.Member(change, known(fields, change, name))));
        }
        return List.copyOf(members);
    }

    /** Validates the name of a cluster member, or normalizes the address of a server. */
    private static String known(DocumentFields fields, WorldEvent.Change change, String name) {
        switch (change) {
            case WORKER_OFFLINE, WORKER_ONLINE -> requireName(fields, change.field(), name, true);
            case MASTER_OFFLINE, MASTER_ONLINE, LEADER -> requireName(fields, change.field(), name, false);
            case SERVER_OFFLINE, SERVER_ONLINE -> {
                return WorldReader.address(fields, change.field());
            }
        }
        return name;
    }

    /** Requires a valid member name; its number determines the member's address. */
    private static void requireName(DocumentFields fields, String field, String name, boolean worker) {
        String kind = worker ? "worker" : "master";
        int max = worker ? WorldReader.MAX_WORKERS : WorldReader.MAX_MASTERS;
        Matcher matcher = MEMBER_NAME.matcher(name);
        boolean known = matcher.matches() && matcher.group(1).equals(kind) && Integer.parseInt(matcher.group(2)) <= max;
        if (!known) {
            throw fields.wrong(field, "This has to be one of " + kind + "1 to " + kind + max + ".");
        }
    }

    private static WorldEvent.Sql statements(JsonNode node) {
        DocumentFields fields = DocumentFields.of(node, "sql", SQL);
        String address = WorldReader.address(fields);
        List<String> statements = fields.list("statements", DocumentFields::text)
                .orElseThrow(() -> fields.wrong("statements", "This field is missing."));
        return new WorldEvent.Sql(address, statements);
    }

    private static @Nullable Duration settle(DocumentFields fields) {
        return fields.find("settle")
                .map(value -> {
                    BigDecimal seconds = value.isNumber() ? value.decimalValue() : BigDecimal.ONE.negate();
                    if (seconds.signum() < 0 || seconds.compareTo(MOST_SECONDS) > 0) {
                        throw fields.wrong(
                                "settle", "This has to be a number of seconds from 0 to " + MOST_SECONDS + ".");
                    }
                    return Duration.ofNanos(seconds.movePointRight(NANOS).longValue());
                })
                .orElse(null);
    }
}
