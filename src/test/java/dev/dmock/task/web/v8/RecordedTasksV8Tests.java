package dev.dmock.task.web.v8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.error.DmException;
import dev.dmock.error.ErrorCatalogue;
import dev.dmock.task.RecordedCases;
import dev.dmock.task.config.ConfigPolicy;
import dev.dmock.task.config.RebuiltTask;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.SubtaskDerivation;
import dev.dmock.task.config.TaskConfig;
import dev.dmock.version.ApiVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is posted, echoed, refused and listed in the recorded cases of v8, as far as the configuration decides it. */
class RecordedTasksV8Tests {

    private static final Set<Integer> CONFIGURATION = Set.of(49001, 20004, 20044, 20045, 20066);
    private static final ErrorCatalogue CATALOGUE = ErrorCatalogue.load("v8");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SubtaskDerivation derivation = new SubtaskDerivation(ConfigPolicy.of(ApiVersion.V8_1));
    private final Map<String, Map<String, SubtaskConfig>> tasks = new LinkedHashMap<>();

    static Stream<RecordedCases> cases() {
        return Stream.of("v8.1", "v8.5")
                .flatMap(RecordedCases::below)
                .filter(c -> c.exchanges().stream().anyMatch(e -> e.path().startsWith("/api/v1/tasks")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsRecorded(RecordedCases recorded) {
        for (RecordedCases.Exchange exchange : recorded.exchanges()) {
            String method = exchange.send().path("method").asString();
            boolean template = exchange.path().matches("/api/v1/tasks/templates(/[^/]+)?");
            boolean task = !template && exchange.path().matches("/api/v1/tasks(/[^/?]+)?");
            if (method.equals("POST") && exchange.path().equals("/api/v1/tasks") || method.equals("PUT") && task) {
                write(recorded, exchange, method.equals("PUT"));
            } else if (template
                    && exchange.status() < 300
                    && !exchange.body().isMissingNode()
                    && !exchange.path().endsWith("/import")) {
                template(recorded, exchange, method);
            } else if (method.equals("GET") && task && exchange.status() == 200) {
                read(exchange);
            } else if (method.equals("DELETE") && exchange.status() == 204) {
                delete(exchange.path());
            }
        }
    }

    private void write(RecordedCases recorded, RecordedCases.Exchange exchange, boolean replace) {
        int code = exchange.answer().path("error_code").asInt(-1);
        String text = exchange.answer().path("error_msg").asString();
        if (exchange.status() < 300 && exchange.body().has("task")) {
            TaskConfig task = posted(recorded, exchange.body().path("task"));
            JsonNode answer = exchange.answer();
            assertThat(JSON.writeValueAsString(
                            OperateTaskResponseV8.of(answer.path("check_result").asString(), task)))
                    .isEqualTo(answer.toString());
            keep(task, replace);
        } else if (CONFIGURATION.contains(code) && !text.contains("running subtasks")
                || code == 0 && text.startsWith("invalid s")) {
            TaskConfig task = posted(recorded, exchange.body().path("task"));
            assertThatThrownBy(() -> derivation.derive(task, source -> true))
                    .isInstanceOfSatisfying(
                            DmException.class,
                            e -> assertThat(CATALOGUE.text(e.error())).isEqualTo(text));
        }
    }

    private void keep(TaskConfig task, boolean replace) {
        assertThat(JSON.readValue(JSON.writeValueAsString(task), TaskConfig.class))
                .isEqualTo(task);
        for (SubtaskConfig subtask : derivation.derive(task, source -> true)) {
            assertThat(JSON.readValue(JSON.writeValueAsString(subtask), SubtaskConfig.class))
                    .isEqualTo(subtask);
            Map<String, SubtaskConfig> subtasks = tasks.computeIfAbsent(task.name(), n -> new LinkedHashMap<>());
            if (replace) {
                subtasks.put(subtask.source(), subtask);
            } else {
                subtasks.putIfAbsent(subtask.source(), subtask);
            }
        }
    }

    private void template(RecordedCases recorded, RecordedCases.Exchange exchange, String method) {
        JsonNode body = exchange.body();
        TaskConfig template = method.equals("POST")
                ? posted(recorded, body)
                : derivation.adjust(JSON.treeToValue(body, TaskV8.class).toDomain());
        assertThat(JSON.writeValueAsString(TaskV8.of(template)))
                .isEqualTo(exchange.answer().toString());
        assertThat(JSON.readValue(JSON.writeValueAsString(template), TaskConfig.class))
                .isEqualTo(template);
    }

    private void read(RecordedCases.Exchange exchange) {
        if (exchange.is("GET", "/api/v1/tasks")) {
            List<TaskV8> listed =
                    tasks.values().stream().map(RecordedTasksV8Tests::rebuilt).toList();
            assertThat(normal(JSON.readTree(JSON.writeValueAsString(listed))))
                    .isEqualTo(normal(exchange.answer().path("data")));
        } else {
            String name = exchange.path().replace("/api/v1/tasks/", "");
            assertThat(normal(JSON.readTree(JSON.writeValueAsString(List.of(rebuilt(tasks.get(name)))))))
                    .isEqualTo(normal(JSON.createArrayNode().add(exchange.answer())));
        }
    }

    private static TaskV8 rebuilt(Map<String, SubtaskConfig> subtasks) {
        return TaskV8.of(RebuiltTask.of(new ArrayList<>(subtasks.values())));
    }

    private void delete(String path) {
        String[] parts = path.split("[/?]");
        tasks.remove(parts[4]);
        tasks.values().forEach(subtasks -> subtasks.remove(parts[4]));
        tasks.values().removeIf(Map::isEmpty);
    }

    /** The task as the request layer of the version passes it on; v8.5's fills in defaults. */
    private TaskConfig posted(RecordedCases recorded, JsonNode task) {
        ObjectNode given = (ObjectNode) task.deepCopy();
        if (recorded.exchanges().stream().anyMatch(e -> e.answer().toString().contains("dm-meta"))) {
            putAbsent(given, "meta_schema", "\"dm-meta\"");
            putAbsent(given, "strict_optimistic_shard_mode", "false");
            putAbsent(given, "enhance_online_schema_change", "true");
            if (given.path("source_config").path("full_migrate_conf") instanceof ObjectNode full) {
                putAbsent(full, "export_threads", "4");
                putAbsent(full, "import_threads", "16");
                putAbsent(full, "range_concurrency", "0");
            }
            if (given.path("source_config").path("incr_migrate_conf") instanceof ObjectNode incremental) {
                putAbsent(incremental, "repl_threads", "16");
                putAbsent(incremental, "repl_batch", "100");
            }
        }
        return derivation.adjust(JSON.treeToValue(given, TaskV8.class).toDomain());
    }

    private static void putAbsent(ObjectNode object, String field, String json) {
        if (!object.has(field)) {
            object.set(field, JSON.readTree(json));
        }
    }

    /** The tasks as texts; their sources and rules come in any order. */
    private static Set<String> normal(JsonNode tasks) {
        Set<String> texts = new TreeSet<>();
        for (JsonNode task : tasks) {
            Set<String> parts = new TreeSet<>();
            task.path("source_config").path("source_conf").forEach(s -> parts.add("source " + s));
            task.path("table_migrate_rule").forEach(r -> parts.add("rule " + r));
            ObjectNode rest = (ObjectNode) task.deepCopy();
            rest.remove("table_migrate_rule");
            ((ObjectNode) rest.path("source_config")).remove("source_conf");
            texts.add(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rest) + parts);
        }
        return texts;
    }
}
