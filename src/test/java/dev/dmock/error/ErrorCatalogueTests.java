package dev.dmock.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorCatalogueTests {

    private static final Pattern NUMBER = Pattern.compile("\\b[0-9]{5}\\b");

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "v5",
                        DmError.of(46008, "s"),
                        "[code=46008:class=scheduler:scope=internal:level=medium], Message: source config with ID s not exists"),
                Arguments.of(
                        "v5",
                        DmError.of(46023, "s", List.of("w1", "w2")),
                        "[code=46023:class=scheduler:scope=internal:level=high], Message: source with name s need to operate has existing relay workers [w1 w2], Workaround: Please `stop-relay` first."),
                Arguments.of(
                        "v5",
                        DmError.of(10001).withClass("dm-master").causedBy("Error 1045: no"),
                        "[code=10001:class=dm-master:scope=not-set:level=high], Message: database driver error, RawCause: Error 1045: no, Workaround: Please check the database connection and the database config in configuration file."),
                Arguments.of(
                        "v5",
                        DmError.of(20004).annotated("source name s"),
                        "[code=20004:class=config:scope=internal:level=medium], Message: source name s: task name should not be empty, Workaround: Please check the `name` config in task configuration file."),
                Arguments.of(
                        "v5",
                        DmError.of(49001).message("%s", DmError.of(40054, "t")),
                        "[code=49001:class=openapi:scope=internal:level=high], Message: [code=40054:class=dm-worker:scope=internal:level=high], Message: sub task with name t not found"),
                Arguments.of(
                        "v5",
                        DmError.of(49001, "only `error`."),
                        "[code=49001:class=openapi:scope=internal:level=high], Message: some unexpected errors have occurred, please check the detailed error message%!(EXTRA string=only `error`.)"),
                Arguments.of(
                        "v5",
                        DmError.of(38029).message("%s relevant worker-client not found", "s"),
                        "[code=38029:class=dm-master:scope=internal:level=high], Message: s relevant worker-client not found"),
                Arguments.of(
                        "v8",
                        DmError.of(38029).message("%s relevant worker-client not found", "s"),
                        "[code=38029:class=dm-master:scope=internal:level=high], Message: s relevant worker-client not found, Workaround: Please use list-member command to see if the some workers are offline."),
                Arguments.of("v8", DmError.plain("EOF"), "EOF"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void wordsErrorsAsDmDoes(String generation, DmError error, String expected) {
        assertThat(ErrorCatalogue.load(generation).text(error)).isEqualTo(expected);
    }

    /** Every number in the sources that DM knows as a code, but for those that faults and the task checker just name. */
    @Test
    void whatIsGivenIsWhatTheSourcesHave() throws IOException {
        ErrorCatalogue v5 = ErrorCatalogue.load("v5");
        ErrorCatalogue v8 = ErrorCatalogue.load("v8");
        Set<Integer> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(ErrorCatalogueTests::givesErrors).toList()) {
                NUMBER.matcher(Files.readString(file))
                        .results()
                        .map(found -> Integer.valueOf(found.group()))
                        .filter(code -> v5.knows(code) || v8.knows(code))
                        .forEach(used::add);
            }
        }
        Set<Integer> given = new TreeSet<>(v5.given());
        given.addAll(v8.given());
        assertThat(given).isEqualTo(used);
    }

    private static boolean givesErrors(Path file) {
        return file.toString().endsWith(".java")
                && !file.endsWith("TaskChecker.java")
                && !file.getParent().endsWith("fault");
    }
}
