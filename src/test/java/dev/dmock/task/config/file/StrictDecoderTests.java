package dev.dmock.task.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts are those of Go's package yaml.v2. */
class StrictDecoderTests {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "name: a\nname: b",
                        "yaml: unmarshal errors:\n  line 2: field name already set in type config.TaskConfig"),
                arguments(
                        "colour: blue",
                        "yaml: unmarshal errors:\n  line 1: field colour not found in type config.TaskConfig"),
                arguments("name: [a]", "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!seq into string"),
                arguments(
                        "is-sharding: maybe",
                        "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!str `maybe` into bool"),
                arguments(
                        "heartbeat-update-interval: a long text",
                        "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!str `a long ...` into int"),
                arguments(
                        "mysql-instances: {}",
                        "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!map into []*config.MySQLInstance"),
                arguments(
                        "mysql-instances: [{source-id: a, colour: b}]",
                        "yaml: unmarshal errors:\n  line 1: field colour not found in type config.MySQLInstance"),
                arguments(
                        "routes: {r: {colour: b}}\ncolour: c",
                        "yaml: unmarshal errors:\n  line 1: field colour not found in type router.TableRule\n  line 2: field colour not found in type config.TaskConfig"),
                arguments(
                        "colour: c\nloaders: {l: {colour: b, pool-size: x}}",
                        "yaml: unmarshal errors:\n  line 2: field colour not found in type config.rawLoaderConfig\n  line 2: cannot unmarshal !!str `x` into int"),
                arguments("routes: {r: {}, r: {}}", "yaml: unmarshal errors:\n  line 1: key \"r\" already set in map"),
                arguments("validators: {v: {check-interval: 5}}", "time: missing unit in duration \"5\""),
                arguments("loaders: {l: {disk-quota-physical: 80X}}", "invalid suffix: 'x'"),
                arguments(
                        "mysql-instances: [{meta: {binlog-pos: -1}}]",
                        "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!int `-1` into uint32"),
                arguments(
                        "mysql-instances: [{meta: {binlog-pos: 4294967296}}]",
                        "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!int `4294967296` into uint32"),
                arguments("name: *x", "yaml: unknown anchor 'x' referenced"),
                arguments("name: 'a", "yaml: found unexpected end of stream"),
                arguments("name: a\nb: c: d", "yaml: line 2: mapping values are not allowed in this context"),
                arguments(
                        "a\nb",
                        "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!str `a b` into config.TaskConfig"),
                arguments("- a", "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!seq into config.TaskConfig"),
                arguments("name: @a", "yaml: found character that cannot start any token"),
                arguments("name: {a: b", "yaml: line 1: did not find expected ',' or '}'"),
                arguments("name: [a", "yaml: line 1: did not find expected ',' or ']'"),
                arguments("routes:\n  a: b\n c: d", "yaml: line 2: did not find expected key"),
                arguments("name: \"\\q\"", "yaml: found unknown escape character"),
                arguments(
                        "experimental: {x: 1}",
                        "yaml: unmarshal errors:\n  line 1: field x not found in type struct { AsyncCheckpointFlush bool \"yaml:\\\"async-checkpoint-flush\\\" toml:\\\"async-checkpoint-flush\\\" json:\\\"async-checkpoint-flush\\\"\" }"),
                arguments(
                        "mysql-instances: [&a {source-id: x, <<: 5}]",
                        "yaml: map merge requires map or sequence of maps as the value"),
                arguments("name: !!int x", "yaml: cannot decode !!str `x` as a !!int"),
                arguments(
                        "target-database: {session: {a: [b]}}",
                        "yaml: unmarshal errors:\n  line 1: cannot unmarshal !!seq into string"),
                arguments(
                        "block-allow-list: {b: {do-tables: [{x: y}]}}",
                        "yaml: unmarshal errors:\n  line 1: field x not found in type filter.Table"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void complaints(String text, String complaint) {
        assertThatThrownBy(() -> StrictDecoder.decode(text))
                .isInstanceOf(YamlProblem.class)
                .hasMessage(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "0x1F, 31",
        "017, 15",
        "0o17, 15",
        "0b11, 3",
        "1_000, 1000",
        "1.9, 1",
        "-1e3, -1000",
        "08, 8",
        "null, 0",
        "'', 0",
    })
    void numbers(String text, long value) {
        assertThat(StrictDecoder.decode("heartbeat-update-interval: " + text).whole("heartbeat-update-interval"))
                .isEqualTo(value);
    }

    @Test
    void mergesAndAliases() {
        FileSettings file = StrictDecoder.decode("routes:\n  a: &r {schema-pattern: s, target-schema: t}\n"
                + "  b: {<<: *r, target-schema: u}\n  c: *r\n");
        assertThat(FileChecks.present(file.structsByName("routes").get("b")).text("schema-pattern"))
                .isEqualTo("s");
        assertThat(FileChecks.present(file.structsByName("routes").get("b")).text("target-schema"))
                .isEqualTo("u");
        assertThat(FileChecks.present(file.structsByName("routes").get("c")).text("target-schema"))
                .isEqualTo("t");
    }

    @Test
    void emptyFileHasTheDefaults() {
        FileSettings file = StrictDecoder.decode("# nothing\n");
        assertThat(file.text("meta-schema")).isEqualTo("dm_meta");
        assertThat(file.flag("online-ddl")).isTrue();
        assertThat(file.struct("target-database")).isNull();
    }

    @Test
    void aliasesDoNotExplode() {
        StringBuilder text = new StringBuilder("filters:\n  a: {events: &e0 [x]}\nignore-checking-items:\n- &i0 [");
        text.append("x,".repeat(50)).append("x]\n");
        for (int i = 1; i < 12; i++) {
            String many = ("*i" + (i - 1) + ", ").repeat(20);
            text.append("- &i").append(i).append(" [").append(many).append("x]\n");
        }
        assertThatThrownBy(() -> StrictDecoder.decode(text.toString())).isInstanceOf(YamlProblem.class);
        assertThatThrownBy(() -> StrictDecoder.decode(
                        "ignore-checking-items: [&a " + "x".repeat(100_000) + ", *a".repeat(90) + "]"))
                .hasMessage("yaml: document contains excessive aliasing");
        assertThatThrownBy(() -> StrictDecoder.decode("routes: &r {a: {}, <<: *r}"))
                .hasMessage("yaml: anchor 'r' value contains itself");
        assertThatThrownBy(() -> StrictDecoder.decode("routes: " + "[".repeat(100_000)))
                .hasMessageStartingWith("yaml: exceeded max depth");
        assertThatThrownBy(() -> StrictDecoder.decode("#".repeat(1 << 21))).hasMessage("yaml: input is too long");
    }
}
