package dev.dmock.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorCatalogueTests {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "v5",
                        DmError.of(DmCode.SCHEDULER_SOURCE_CFG_NOT_EXIST, "s"),
                        "[code=46008:class=scheduler:scope=internal:level=medium], Message: source config with ID s not exists"),
                Arguments.of(
                        "v5",
                        DmError.of(DmCode.SCHEDULER_SOURCE_OP_RELAY_EXIST, "s", List.of("w1", "w2")),
                        "[code=46023:class=scheduler:scope=internal:level=high], Message: source with name s need to operate has existing relay workers [w1 w2], Workaround: Please `stop-relay` first."),
                Arguments.of(
                        "v5",
                        DmError.of(DmCode.DB_DRIVER_ERROR)
                                .withClass("dm-master")
                                .causedBy("Error 1045: no"),
                        "[code=10001:class=dm-master:scope=not-set:level=high], Message: database driver error, RawCause: Error 1045: no, Workaround: Please check the database connection and the database config in configuration file."),
                Arguments.of(
                        "v5",
                        DmError.of(DmCode.CONFIG_TASK_NAME_EMPTY).annotated("source name s"),
                        "[code=20004:class=config:scope=internal:level=medium], Message: source name s: task name should not be empty, Workaround: Please check the `name` config in task configuration file."),
                Arguments.of(
                        "v5",
                        DmError.of(DmCode.OPEN_API_COMMON)
                                .message("%s", DmError.of(DmCode.WORKER_SUB_TASK_NOT_FOUND, "t")),
                        "[code=49001:class=openapi:scope=internal:level=high], Message: [code=40054:class=dm-worker:scope=internal:level=high], Message: sub task with name t not found"),
                Arguments.of(
                        "v5",
                        DmError.of(DmCode.OPEN_API_COMMON, "only `error`."),
                        "[code=49001:class=openapi:scope=internal:level=high], Message: some unexpected errors have occurred, please check the detailed error message%!(EXTRA string=only `error`.)"),
                Arguments.of(
                        "v5",
                        DmError.of(DmCode.MASTER_WORKER_ARGS_EXTRACTOR)
                                .message("%s relevant worker-client not found", "s"),
                        "[code=38029:class=dm-master:scope=internal:level=high], Message: s relevant worker-client not found"),
                Arguments.of(
                        "v8",
                        DmError.of(DmCode.MASTER_WORKER_ARGS_EXTRACTOR)
                                .message("%s relevant worker-client not found", "s"),
                        "[code=38029:class=dm-master:scope=internal:level=high], Message: s relevant worker-client not found, Workaround: Please use list-member command to see if the some workers are offline."),
                Arguments.of("v8", DmError.plain("EOF"), "EOF"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void wordsErrorsAsDmDoes(String generation, DmError error, String expected) {
        assertThat(ErrorCatalogue.load(generation).text(error)).isEqualTo(expected);
    }

    /** Each code is in a catalogue, but for the one that DM gives to errors without a code. */
    @Test
    void everyCodeIsKnown() {
        ErrorCatalogue v5 = ErrorCatalogue.load("v5");
        ErrorCatalogue v8 = ErrorCatalogue.load("v8");
        assertThat(DmCode.values())
                .filteredOn(code -> code != DmCode.NOT_SET)
                .allMatch(code -> v5.knows(code.number()) || v8.knows(code.number()));
        assertThat(DmCode.values()).extracting(DmCode::number).doesNotHaveDuplicates();
        assertThat(v5.given()).contains(46018).isSubsetOf(DmCode.given());
    }
}
