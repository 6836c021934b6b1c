package dev.dmock.task.web.v5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.error.DmException;
import dev.dmock.error.ErrorCatalogue;
import dev.dmock.task.RecordedCases;
import dev.dmock.task.config.ConfigPolicy;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.SubtaskDerivation;
import dev.dmock.task.config.TaskConfig;
import dev.dmock.version.ApiVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is posted, echoed, refused and listed in the recorded cases of v5.3, as far as the configuration decides it. */
class RecordedTasksV5Tests {

    private static final Set<Integer> CONFIGURATION = Set.of(49001, 20004, 20037, 20044, 20045);
    private static final ErrorCatalogue CATALOGUE = ErrorCatalogue.load("v5");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SubtaskDerivation derivation = new SubtaskDerivation(ConfigPolicy.of(ApiVersion.V5_3));
    private final Map<String, Map<String, SubtaskConfig>> tasks = new LinkedHashMap<>();

    static Stream<RecordedCases> cases() {
        return RecordedCases.below("v5.3")
                .filter(c -> c.exchanges().stream().anyMatch(e -> e.is("POST", "/api/v1/tasks")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsRecorded(RecordedCases recorded) {
        for (RecordedCases.Exchange exchange : recorded.exchanges()) {
            if (exchange.is("POST", "/api/v1/tasks")) {
                post(exchange);
            } else if (exchange.is("GET", "/api/v1/tasks") && exchange.status() == 200) {
                assertThat(normal(listed())).isEqualTo(normal(exchange.answer().path("data")));
            } else if (exchange.send().path("method").asString().equals("DELETE") && exchange.status() == 204) {
                delete(exchange.path());
            }
        }
    }

    private void delete(String path) {
        String[] parts = path.split("[/?]");
        if (parts[3].equals("tasks") && path.contains("source_name_list=")) {
            tasks.getOrDefault(parts[4], Map.of()).remove(path.replaceAll(".*source_name_list=", ""));
        } else if (parts[3].equals("tasks")) {
            tasks.remove(parts[4]);
        } else {
            tasks.values().forEach(subtasks -> subtasks.remove(parts[4]));
        }
        tasks.values().removeIf(Map::isEmpty);
    }

    private void post(RecordedCases.Exchange exchange) {
        int code = exchange.answer().path("error_code").asInt(0);
        if (exchange.status() == 201) {
            create(exchange);
        } else if (CONFIGURATION.contains(code)) {
            assertThatThrownBy(() -> derive(JSON.treeToValue(exchange.body(), CreateTaskRequestV5.class)))
                    .isInstanceOfSatisfying(
                            DmException.class,
                            e -> assertThat(CATALOGUE.text(e.error()))
                                    .isEqualTo(
                                            exchange.answer().path("error_msg").asString()));
        }
    }

    private void create(RecordedCases.Exchange exchange) {
        CreateTaskRequestV5 request = JSON.treeToValue(exchange.body(), CreateTaskRequestV5.class);
        TaskConfig task = derivation.adjust(TaskV5.toDomain(request.task()));
        assertThat(JSON.writeValueAsString(TaskV5.of(task)))
                .isEqualTo(exchange.answer().toString());
        assertThat(JSON.readValue(JSON.writeValueAsString(task), TaskConfig.class))
                .isEqualTo(task);
        List<String> started = Objects.requireNonNullElse(request.sourceNames(), task.sourceNames());
        for (SubtaskConfig subtask : derive(request)) {
            assertThat(JSON.readValue(JSON.writeValueAsString(subtask), SubtaskConfig.class))
                    .isEqualTo(subtask);
            if (started.contains(subtask.source())) {
                tasks.computeIfAbsent(task.name(), n -> new LinkedHashMap<>()).putIfAbsent(subtask.source(), subtask);
            }
        }
    }

    private List<SubtaskConfig> derive(CreateTaskRequestV5 request) {
        return derivation.derive(derivation.adjust(TaskV5.toDomain(request.task())), source -> true);
    }

    private JsonNode listed() {
        return JSON.readTree(JSON.writeValueAsString(tasks.values().stream()
                .map(subtasks -> ListedTaskV5.of(new ArrayList<>(subtasks.values())))
                .toList()));
    }

    /** The tasks as texts; their sources and rules come in any order. */
    private static Set<String> normal(JsonNode tasks) {
        Set<String> texts = new TreeSet<>();
        for (JsonNode task : tasks) {
            Set<String> parts = new TreeSet<>();
            task.path("source_config").path("source_conf").forEach(s -> parts.add("source " + s));
            task.path("table_migrate_rule").forEach(r -> parts.add("rule " + r));
            JsonNode rest = task.deepCopy();
            ((tools.jackson.databind.node.ObjectNode) rest).remove("table_migrate_rule");
            ((tools.jackson.databind.node.ObjectNode) rest.path("source_config")).remove("source_conf");
            texts.add(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rest) + parts);
        }
        return texts;
    }
}
