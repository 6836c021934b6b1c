package dev.dmock.task.web.v8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.error.DmException;
import dev.dmock.error.ErrorCatalogue;
import dev.dmock.error.ServerPanicException;
import dev.dmock.task.RecordedCases;
import dev.dmock.task.config.ConfigPolicy;
import dev.dmock.task.config.SubtaskDerivation;
import dev.dmock.task.config.TaskConfig;
import dev.dmock.task.config.file.TaskConverter;
import dev.dmock.version.ApiVersion;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What POST tasks/converters answered in the recorded cases. */
class RecordedConvertersTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TaskConverter converter = new TaskConverter(
            new SubtaskDerivation(ConfigPolicy.of(ApiVersion.V8_1)),
            source -> source.matches("source-[12]") ? Optional.of(true) : Optional.empty(),
            false);

    static Stream<RecordedCases> cases() {
        return Stream.of("v8.1", "v8.5")
                .flatMap(RecordedCases::below)
                .filter(c -> c.exchanges().stream().anyMatch(RecordedConvertersTests::converts));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsRecorded(RecordedCases recorded) {
        String file = "";
        for (RecordedCases.Exchange exchange : recorded.exchanges()) {
            if (!converts(exchange) || exchange.answer().has("error")) {
                continue;
            }
            ConverterRequestV8 request = exchange.body().isMissingNode()
                    ? ConverterRequestV8.EMPTY
                    : JSON.treeToValue(exchange.body(), ConverterRequestV8.class);
            String text = "{{file}}".equals(request.file()) ? file : request.file();
            TaskConfig task = posted(recorded, request.task());
            if (exchange.status() == 200) {
                TaskConverter.Converted converted = converter.convert(task, text);
                file = converted.file();
                assertThat(file)
                        .isEqualTo(exchange.answer().path("task_config_file").asString());
                assertThat(JSON.writeValueAsString(new ConverterResponseV8(TaskV8.of(converted.task()), file)))
                        .isEqualTo(exchange.answer().toString());
            } else if (exchange.status() == 500) {
                assertThatThrownBy(() -> converter.convert(task, text)).isInstanceOf(ServerPanicException.class);
            } else {
                assertThatThrownBy(() -> converter.convert(task, text))
                        .isInstanceOfSatisfying(
                                DmException.class,
                                e -> assertThat(ErrorCatalogue.load("v8").text(e.error()))
                                        .isEqualTo(exchange.answer()
                                                .path("error_msg")
                                                .asString()));
            }
        }
    }

    private static boolean converts(RecordedCases.Exchange exchange) {
        return exchange.is("POST", "/api/v1/tasks/converters");
    }

    /** The task as the request layer of the version passes it on; v8.5's fills in defaults. */
    private static @Nullable TaskConfig posted(RecordedCases recorded, @Nullable TaskV8 task) {
        if (task == null) {
            return null;
        }
        ObjectNode tree = (ObjectNode) JSON.readTree(JSON.writeValueAsString(task));
        boolean fills = recorded.exchanges().stream()
                .map(RecordedCases.Exchange::answer)
                .map(JsonNode::toString)
                .anyMatch(answer -> answer.contains("dm-meta"));
        if (fills) {
            tree.put("meta_schema", "dm-meta").put("strict_optimistic_shard_mode", false);
        }
        return JSON.treeToValue(tree, TaskV8.class).toDomain();
    }
}
