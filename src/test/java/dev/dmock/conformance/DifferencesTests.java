package dev.dmock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What counts as the same answer, and how a difference is worded. */
class DifferencesTests {

    private static final String GTID = "03fc0263-28c7-11e7-a653-6c0b84d59f30";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"<any>\" | null",
                "\"<any>\" | {\"a\": [1]}",
                "\"<int>\" | 0",
                "\"<int>\" | -5",
                "\"<number>\" | 1.5",
                "\"<number>\" | 2",
                "\"<string>\" | \"\"",
                "\"<text>\" | \"x\"",
                "\"<worker>\" | \"worker7\"",
                "\"<binlog>\" | \"(mysql-bin.000001, 154)\"",
                "\"<gtid>\" | \"\"",
                "\"<gtid>\" | \"" + GTID + ":1-5:7,\\n" + GTID + ":3\"",
                "\"<time>\" | \"2022-01-02T03:04:05Z\"",
                "\"<time>\" | \"2022-01-02 03:04:05.678 +0800\"",
                "\"<re:a.*b>\" | \"a\\n b\"",
                "\"<re:(source-1)?>\" | \"\"",
                "\"<after:(mysql-bin.000001, 154)>\" | \"(mysql-bin.000001, 155)\"",
                "\"<after:(mysql-bin.000009, 154)>\" | \"(mysql-bin.000010, 4)\"",
                "1 | 1.0",
                "null | null",
                "{\"a\": \"<absent>\"} | {}",
                "{\"b\": 1, \"a\": 2} | {\"a\": 2, \"b\": 1}",
                "{\"data\": [1, 2, \"<int>\"]} | {\"data\": [3, 2, 1]}",
                "{\"mine\": [{\"a\": 1}, {\"a\": 2}]} | {\"mine\": [{\"a\": 2}, {\"a\": 1}]}",
            })
    void same(String want, String got) {
        assertThat(between(want, got)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"<int>\" | 1.0",
                "\"<int>\" | \"1\"",
                "\"<int>\" | true",
                "\"<number>\" | \"1\"",
                "\"<string>\" | 1",
                "\"<text>\" | \"\"",
                "\"<worker>\" | null",
                "\"<binlog>\" | \"(mysql-bin.000001,154)\"",
                "\"<gtid>\" | \"" + GTID + "\"",
                "\"<time>\" | \"2022-01-02\"",
                "\"<re:a>\" | \"ab\"",
                "\"<re:1>\" | 1",
                "\"<after:(mysql-bin.000001, 154)>\" | \"(mysql-bin.000001, 154)\"",
                "\"<after:(mysql-bin.000010, 154)>\" | \"(mysql-bin.000009, 999)\"",
                "\"<after:(mysql-bin.000001, 154)>\" | \"\"",
                "1 | true",
                "1 | \"1\"",
                "false | 0",
                "null | \"\"",
                "\"<unknown>\" | \"x\"",
                "{} | []",
                "[] | {}",
                "{\"a\": \"<absent>\"} | {\"a\": null}",
                "{\"a\": null} | {}",
                "{} | {\"a\": null}",
                "{\"other\": [1, 2]} | {\"other\": [2, 1]}",
                "{\"data\": [1, 1, 2]} | {\"data\": [1, 2, 2]}",
                "{\"data\": [1]} | {\"data\": [1, 1]}",
            })
    void different(String want, String got) {
        assertThat(between(want, got)).isNotEmpty();
    }

    @Test
    void linesSayWhereAndWhat() {
        String want = "{'status': 200, 'json': {'data': [{'name': 'a', 'stage': 'Running'}], 'total': 1, 'gone': 1}}";
        String got = "{'status': 201, 'json': {'data': [{'name': 'a', 'stage': 'Paused'}], 'total': 1, 'more': [1]}}";
        assertThat(between(want.replace('\'', '"'), got.replace('\'', '"')))
                .containsExactly(
                        "$.status: 201, expected 200",
                        "$.json.data[0].stage: \"Paused\", expected \"Running\"",
                        "$.json.gone: missing",
                        "$.json.more: not expected ([1])");
    }

    @Test
    void anElementWithoutATwinIsComparedWithTheNearest() {
        assertThat(between(
                        "{\"data\": [{\"a\": 1, \"b\": 1}, {\"a\": 2, \"b\": 2}]}",
                        "{\"data\": [{\"a\": 2, \"b\": 3}, {\"a\": 1, \"b\": 1}]}"))
                .containsExactly("$.data[1].b: 3, expected 2");
    }

    @Test
    void partialLeavesOutWhatIsNotNamed() {
        Differences partial = Differences.whole(List.of()).partial();
        assertThat(
                        partial.between(
                                CaseJson.read(
                                        "{\"json\": {\"data\": [{\"stage\": \"Running\", \"error_msg\": \"<absent>\"}]}}"),
                                CaseJson.read(
                                        "{\"json\": {\"data\": [{\"stage\": \"Running\", \"unit\": \"Sync\"}], \"total\": 1}}")))
                .isEmpty();
        assertThat(partial.between(
                        CaseJson.read("{\"data\": [{\"a\": 1}]}"), CaseJson.read("{\"data\": [{\"b\": 1}]}")))
                .containsExactly("$.data[0].a: missing");
    }

    @Test
    void detailOfACheckIsComparedAsJsonWithItsResultsInAnyOrder() {
        String want = message(
                "Message: x", "{\"results\":[{\"id\":1},{\"id\":2,\"errors\":[{\"e\":1},{\"e\":2}]}],\"total\":2}");
        String got = message(
                "Message: x", "{ \"total\": 2,\n\"results\":[{\"errors\":[{\"e\":2},{\"e\":1}],\"id\":2},{\"id\":1}]}");
        assertThat(between(want, got)).isEmpty();
        assertThat(between(want, message("Message: y", "{\"results\":[{\"id\":1}],\"total\":1}")))
                .containsExactly(
                        "$: begins \"Message: y\", expected \"Message: x\"",
                        "$ detail.results: 1 elements, expected 2",
                        "$ detail.total: 1, expected 2");
        assertThat(between(want, message("Message: x", "{no json"))).hasSize(1);
    }

    private static String message(String head, String detail) {
        return CaseJson.write(JsonNodeFactory.instance.stringNode(head + "\n detail: " + detail));
    }

    private static List<String> between(String want, String got) {
        return Differences.whole(List.of("mine")).between(CaseJson.read(want), CaseJson.read(got));
    }
}
