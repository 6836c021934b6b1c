package dev.dmock.task.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dmock.error.DmException;
import dev.dmock.error.ErrorCatalogue;
import dev.dmock.error.ServerPanicException;
import dev.dmock.task.config.ConfigPolicy;
import dev.dmock.task.config.EventFilter;
import dev.dmock.task.config.FullSettings;
import dev.dmock.task.config.IncrementalSettings;
import dev.dmock.task.config.MigrateRule;
import dev.dmock.task.config.SourceEntry;
import dev.dmock.task.config.SubtaskDerivation;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.task.config.TaskConfig;
import dev.dmock.version.ApiVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the recorded cases do not show. */
class TaskConverterTests {

    private static final ErrorCatalogue CATALOGUE = ErrorCatalogue.load("v8");

    private static final String FILE = """
            name: task-1
            task-mode: all
            target-database: {host: h, port: 1, user: u, password: p}
            mysql-instances:
            - source-id: source-1
              route-rules: [r]
              filter-rules: [f]
              block-allow-list: b
              mydumper-config-name: d
              loader-config-name: l
              syncer-config-name: s
            routes:
              r: {schema-pattern: DB, table-pattern: T*, target-schema: Out, target-table: T}
            filters:
              f: {schema-pattern: DB, table-pattern: T*, events: [Create Schema, INSERT], action: Ignore}
            block-allow-list:
              b: {do-dbs: [DB]}
            mydumpers: {d: {}}
            loaders: {l: {}}
            syncers: {s: {}}
            """;

    private final TaskConverter converter = new TaskConverter(
            new SubtaskDerivation(ConfigPolicy.of(ApiVersion.V8_1)),
            source -> source.matches("source-[12]") ? Optional.of(true) : Optional.empty(),
            false);

    /** What is exchanged for what in the file, and how the error begins. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("name: task-1", "name: ''", "[code=20019"),
                arguments("task-mode: all", "task-mode: most", "[code=20020"),
                arguments("task-mode: all", "task-mode: all\nshard-mode: x", "[code=20033"),
                arguments("task-mode: all", "task-mode: all\nstrict-optimistic-shard-mode: true", "[code=20066"),
                arguments("task-mode: all", "task-mode: all\ncolumn-mappings: {c: {}}", "[code=20064"),
                arguments("task-mode: all", "task-mode: all\ncollation_compatible: x", "[code=20052"),
                arguments(
                        "task-mode: all",
                        "task-mode: all\nignore-checking-items: [nonsense]",
                        "[code=20001:class=config:scope=internal:level=medium], Message: checking item nonsense is not"
                                + " supported\n************ supporting"),
                arguments("task-mode: all", "task-mode: all\nonline-ddl-scheme: x", "[code=20007"),
                arguments("task-mode: all", "task-mode: all\ntimezone: Nowhere/Here", "[code=20008"),
                arguments("task-mode: all", "task-mode: all\nshadow-table-rules: [abc]", "[code=20048"),
                arguments("target-database:", "experimental: {}\n#", "[code=20021"),
                arguments(
                        "source-id: source-1",
                        "source-id: ''",
                        "[code=20005:class=config:scope=internal:level=medium], Message: mysql-instance: 0th: empty"),
                arguments(
                        "source-id: source-1",
                        "source-id: source-9",
                        "[code=20031:class=config:scope=internal:level=medium], Message: source source-9 in"),
                arguments(
                        "source-id: source-1",
                        "source-id: source-1\n  meta: {binlog-pos: 4}",
                        "[code=20011:class=config:scope=internal:level=medium], Message: mysql-instance: 0th: source"
                                + " source-1: must specify"),
                arguments(
                        "[r]",
                        "[r, r2]",
                        "[code=20023:class=config:scope=internal:level=medium], Message: mysql-instance(0)'s"
                                + " route-rules r2 not exist in routes"),
                arguments("[f]", "[g]", "[code=20024"),
                arguments("block-allow-list: b\n", "block-allow-list: c\n", "[code=20026"),
                arguments("mydumper-config-name: d", "mydumper-config-name: x", "[code=20027"),
                arguments("mydumpers: {d: {}}", "mydumpers: {d: {mydumper-path: ''}}", "[code=20028"),
                arguments("loader-config-name: l", "loader-config-name: x", "[code=20029"),
                arguments("syncer-config-name: s", "syncer-config-name: x", "[code=20030"),
                arguments(
                        "[r]",
                        "[r, r]",
                        "[code=20032:class=config:scope=internal:level=medium], Message: the following mysql configs"
                                + " have duplicate items, please remove the duplicates:\nmysql-instance(0)'s"
                                + " route-rules: r"),
                arguments(
                        "mydumpers: {d: {}}",
                        "mydumpers: {d: {}, z: {}, y: {}}",
                        "[code=20038:class=config:scope=internal:level=high], Message: The configurations as following"
                                + " [y z] are set"),
                arguments(
                        "syncers: {s: {}}",
                        "syncers: {s: {safe-mode-duration: x}}",
                        "[code=20060:class=config:scope=internal:level=medium], Message: safe-mode-duration 'x' parsed"
                                + " failed: time: invalid duration \"x\""),
                arguments("syncers: {s: {}}", "syncers: {s: {safe-mode: true, safe-mode-duration: 0s}}", "[code=20061"),
                arguments("loaders: {l: {}}", "loaders: {l: {import-mode: x}}", "[code=20053"),
                arguments("loaders: {l: {}}", "loaders: {l: {on-duplicate-logical: x}}", "[code=20054"),
                arguments("mydumpers: {d: {}}", "mydumpers: {d: {chunk-filesize: x}}", "[code=20047"),
                arguments(
                        "do-dbs: [DB]",
                        "do-dbs: ['']",
                        "[code=20044:class=config:scope=internal:level=high], Message: source source-1: generate block"
                                + " allow list error, RawCause: DoDB rule's DB string cannot be empty"),
                arguments(
                        "target-schema: Out, ",
                        "",
                        "[code=20045:class=config:scope=internal:level=high], Message: source source-1: generate table"
                                + " router error, RawCause: target schema of table route rule should not be empty"),
                arguments(
                        "loaders: {l: {}}",
                        "loaders: {l: {x: 1}}",
                        "[code=20003:class=config:scope=internal:level=medium], Message: decode task config failed,"
                                + " RawCause: yaml: unmarshal errors:\n  line 19: field x not found in type"
                                + " config.rawLoaderConfig, Workaround: Please check the configuration file has"
                                + " correct YAML format."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refuses(String part, String instead, String error) {
        assertThat(FILE).contains(part);
        String text = FILE.replace(part, instead);
        assertThatThrownBy(() -> converter.convert(null, text))
                .isInstanceOfSatisfying(
                        DmException.class,
                        e -> assertThat(CATALOGUE.text(e.error())).startsWith(error));
    }

    /** What is exchanged for what in the file. */
    static Stream<Arguments> panics() {
        return Stream.of(
                arguments("  mydumper-config-name: d\n", "", "mydumpers: {d: {}}\n", ""),
                arguments("mydumpers: {d: {}}", "mydumpers: {d: null}", "", ""),
                arguments("- source-id", "- null\n- source-id", "", ""),
                arguments("[r]", "[r, n]", "routes:\n", "routes:\n  n: null\n"),
                arguments("[f]", "[f, n]", "filters:\n", "filters:\n  n: null\n"),
                arguments("syncers: {s: {}}", "syncers: {s: {}}\nvalidators: {v: null}", "", ""));
    }

    @ParameterizedTest
    @MethodSource("panics")
    void theRealServerFailsOnItsOwn(String part, String instead, String other, String otherInstead) {
        assertThat(FILE).contains(part).contains(other);
        String text = other.isEmpty() ? FILE : FILE.replace(other, otherInstead);
        assertThatThrownBy(() -> converter.convert(null, text.replace(part, instead)))
                .isInstanceOf(ServerPanicException.class);
    }

    @Test
    void aFileWithoutSourcesIsRefused() {
        String text = "name: a\ntask-mode: all\ntarget-database: {}\n";
        assertThatThrownBy(() -> converter.convert(null, text))
                .isInstanceOfSatisfying(
                        DmException.class, e -> assertThat(e.error().code()).isEqualTo(20013));
    }

    @Test
    void aTaskWithoutSourcesMakesTheRealServerFail() {
        assertThatThrownBy(() -> converter.convert(task("all", List.of(), List.of()), null))
                .isInstanceOf(ServerPanicException.class);
    }

    @Test
    void rulesAreWrittenAsTheyAreUsed() {
        TaskConverter.Converted converted = converter.convert(null, FILE);
        assertThat(converted.file())
                .contains("  r:\n    schema-pattern: db\n    table-pattern: t*\n    target-schema: Out\n")
                .contains("    events:\n    - create database\n    - insert\n")
                .contains("    do-dbs:\n    - db\n");
        assertThat(converted.task().rulesOrNone())
                .extracting(MigrateRule::schema, MigrateRule::table)
                .containsExactly(tuple("db", "t*"), tuple("db", ""));
        String sensitive = FILE.replace("task-mode: all", "task-mode: all\ncase-sensitive: true");
        assertThat(converter.convert(null, sensitive).file()).contains("schema-pattern: DB\n");
    }

    @Test
    void whatIsTheSameIsWrittenOnce() {
        List<MigrateRule> rules =
                List.of(rule("source-1", "db1", "x"), rule("source-2", "db1", "x"), rule("source-2", "db2", "y"));
        String file =
                converter.convert(task("incremental", rules, entries()), null).file();
        assertThat(file)
                .contains("- source-id: source-1\n  meta:\n    binlog-name: mysql-bin.000001\n    binlog-pos: 4\n"
                        + "    binlog-gtid: \"\"\n  filter-rules:\n  - filter-01\n  column-mapping-rules: []\n"
                        + "  route-rules:\n  - route-01\n")
                .contains("  block-allow-list: balist-01\n  mydumper-config-name: dump-01\n")
                .contains("- source-id: source-2\n  meta: null\n  filter-rules:\n  - filter-01\n  - filter-02\n"
                        + "  column-mapping-rules: []\n  route-rules:\n  - route-01\n  - route-02\n")
                .contains("  block-allow-list: balist-02\n  mydumper-config-name: dump-01\n")
                .doesNotContain("dump-02")
                .contains("    sorting-dir-physical: \"\"\n");
    }

    /** A task becomes a file, the file a task, and that the same file. */
    @Test
    void nothingIsLostThereAndBack() {
        List<MigrateRule> rules =
                List.of(rule("source-1", "db1", "x"), rule("source-2", "db1", "x"), rule("source-2", "db2", "y"));
        FullSettings full = new FullSettings(
                3L,
                5L,
                "./my d",
                "auto",
                "physical",
                "./s",
                "1G",
                "off",
                "required",
                7L,
                "gzip",
                "pd:1",
                "error",
                "manual");
        TaskConfig task = new TaskConfig(
                "task: 1",
                "all",
                "optimistic",
                true,
                "meta",
                false,
                "replace",
                new TargetDatabase("::1", 4000, "true", "null", null),
                filters(),
                rules,
                full,
                new IncrementalSettings(8L, 9L),
                entries(),
                List.of("version"));
        TaskConverter.Converted once = converter.convert(task, null);
        TaskConverter.Converted twice = converter.convert(null, once.file());
        TaskConverter.Converted thrice = converter.convert(null, twice.file());
        assertThat(once.task()).isEqualTo(task);
        assertThat(twice.file()).isEqualTo(once.file());
        assertThat(thrice).isEqualTo(twice);
        assertThat(twice.task().target()).isEqualTo(task.target());
        assertThat(twice.task().sources())
                .containsExactly(
                        new SourceEntry("source-1", "mysql-bin.000001", 4L, ""),
                        new SourceEntry("source-2", null, null, null));
        assertThat(twice.task().full()).isEqualTo(FullSettings.of(3L, 5L, "./my d", "auto"));
        assertThat(twice.task().onDuplicate()).isEqualTo("error");
    }

    private static List<SourceEntry> entries() {
        return List.of(
                new SourceEntry("source-1", "mysql-bin.000001", 4L, null),
                new SourceEntry("source-2", null, null, null));
    }

    private static MigrateRule rule(String source, String schema, String filter) {
        return new MigrateRule(source, schema, "t*", new MigrateRule.Target("out", "t"), List.of(filter));
    }

    private static Map<String, EventFilter> filters() {
        return Map.of("x", new EventFilter(List.of("insert"), null), "y", new EventFilter(null, List.of("^a: b")));
    }

    private static TaskConfig task(String mode, List<MigrateRule> rules, List<SourceEntry> entries) {
        TargetDatabase target = new TargetDatabase("127.0.0.1", 4000, "root", "123456", null);
        return new TaskConfig(
                "task-1", mode, null, null, null, true, "error", target, filters(), rules, null, null, entries, null);
    }
}
