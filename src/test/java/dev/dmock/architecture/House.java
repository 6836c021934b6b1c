package dev.dmock.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rooms of the program, which are the packages right below dev.dmock, from the lowest to the highest. */
final class House {

    static final String ROOT = "dev.dmock";

    /** What all controllers share. It knows spaces and errors; each feature's {@code web} package knows it. */
    static final String SHARED_WEB = "web";

    /** Rooms on one floor do not know each other; a room knows any floor below its own. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("time", "version", "go"),
            List.of("error", "sql"),
            List.of("space"),
            List.of("world"),
            List.of("cluster"),
            List.of("source"),
            List.of("task"),
            List.of("schema"),
            List.of("journal", "fault"),
            List.of("control", "console", "management"),
            List.of("healthcheck"),
            List.of("training"));

    /** The order of packages inside of the larger rooms, from the lowest to the highest; the empty name is the room itself. */
    static final Map<String, List<String>> INSIDE = Map.of(
            "sql", List.of("token", "expression", "model", "statement", "parser", "structure"),
            "space", List.of("fact", "store", "", "snapshot"),
            "task", List.of("config", "shape", "model", "unit", "shard", "sync", "full", "check", "", "web"),
            "world", List.of("database.model", "database.binlog", "database.account", "database.row", "database", ""));

    /** The floor that shared web code stands on: it knows the rooms up to here. */
    private static final String FLOOR_OF_SHARED_WEB = "space";

    private House() {}

    static List<String> rooms() {
        List<String> rooms =
                new ArrayList<>(FLOORS.stream().flatMap(List::stream).toList());
        rooms.add(SHARED_WEB);
        return rooms;
    }

    /** The rooms that this one may not know, apart from shared web code. */
    static List<String> outOfReach(String room) {
        boolean below = true;
        List<String> out = new ArrayList<>();
        for (List<String> floor : FLOORS) {
            boolean own = floor.contains(room);
            boolean lastKnown = room.equals(SHARED_WEB) && floor.contains(FLOOR_OF_SHARED_WEB);
            below &= !own;
            if (!below) {
                floor.stream().filter(other -> !other.equals(room)).forEach(out::add);
            }
            below &= !lastKnown;
        }
        return out;
    }

    /** A room and everything below it, as ArchUnit writes it. */
    static String all(String room) {
        return ROOT + "." + room + "..";
    }
}
