package dev.dmock.conformance.differential;

import dev.dmock.conformance.Differences;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes an expectation of an answer as the recorder does: what differs from run to run becomes a matcher. */
final class Expectation {

    /** The same fields as {@code VOLATILE} in the recorder. */
    private static final Map<String, String> VOLATILE = Map.ofEntries(
            Map.entry("total_events", "<int>"),
            Map.entry("total_tps", "<int>"),
            Map.entry("recent_tps", "<int>"),
            Map.entry("total_rows", "<int>"),
            Map.entry("total_rps", "<int>"),
            Map.entry("recent_rps", "<int>"),
            Map.entry("seconds_behind_master", "<int>"),
            Map.entry("finished_bytes", "<int>"),
            Map.entry("total_bytes", "<int>"),
            Map.entry("bps", "<int>"),
            Map.entry("completed_tables", "<number>"),
            Map.entry("estimate_total_rows", "<number>"),
            Map.entry("finished_rows", "<number>"),
            Map.entry("io_total_bytes", "<int>"),
            Map.entry("dump_io_total_bytes", "<int>"),
            Map.entry("progress", "<string>"),
            Map.entry("master_binlog", "<binlog>"),
            Map.entry("syncer_binlog", "<binlog>"),
            Map.entry("meta_binlog", "<binlog>"),
            Map.entry("master_binlog_gtid", "<gtid>"),
            Map.entry("syncer_binlog_gtid", "<gtid>"),
            Map.entry("meta_binlog_gtid", "<gtid>"),
            Map.entry("relay_binlog_gtid", "<gtid>"),
            Map.entry("relay_binlog", "<binlog>"),
            Map.entry("create_time", "<time>"),
            Map.entry("update_time", "<time>"),
            Map.entry("worker_name", "<worker>"),
            Map.entry("relay_dir", "<text>"),
            Map.entry("first_location", "<text>"));

    /** Positions, GTID sets, UUIDs and names of workers inside of texts. */
    private static final Pattern VOLATILE_TEXT = Pattern.compile("(?<binlog>\\(mysql-bin[.|]\\d+, \\d+\\))"
            + "|(?<gtid>gtid-set: [^\\]]*)"
            + "|(?<uuid>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(:[0-9:-]+)?)"
            + "|(?<worker>worker\\d)");

    private Expectation() {}

    static ObjectNode of(ObjectNode seen) {
        return (ObjectNode) of(seen, null);
    }

    private static JsonNode of(JsonNode value, @Nullable String key) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value.isObject() && !"relay_config".equals(key)) {
            ObjectNode object = nodes.objectNode();
            value.properties().forEach(field -> object.set(field.getKey(), of(field.getValue(), field.getKey())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode list = nodes.arrayNode();
            value.forEach(element -> list.add(of(element, null)));
            return list;
        }
        String matcher = key == null ? null : VOLATILE.get(key);
        if (matcher != null && Differences.matches(matcher, value)) {
            return nodes.stringNode(matcher);
        }
        return value.isString() && !"type".equals(key) ? nodes.stringNode(ofText(value.asString())) : value;
    }

    private static String ofText(String text) {
        Matcher found = VOLATILE_TEXT.matcher(text);
        StringBuilder pattern = new StringBuilder("<re:");
        int end = 0;
        while (found.find()) {
            pattern.append(quoted(text.substring(end, found.start()))).append(inPlaceOf(found));
            end = found.end();
        }
        return end == 0
                ? text
                : pattern.append(quoted(text.substring(end))).append('>').toString();
    }

    private static String inPlaceOf(Matcher found) {
        if (found.group("binlog") != null) {
            return "\\(mysql-bin[.|]\\d+, \\d+\\)";
        }
        if (found.group("gtid") != null) {
            return "gtid-set: [^\\]]*";
        }
        return found.group("uuid") != null ? "[0-9a-f-]{36}(:[0-9:-]+)?" : "worker\\d";
    }

    /** As both Java and Python read it. */
    private static String quoted(String text) {
        return text.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0");
    }
}
