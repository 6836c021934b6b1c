package dev.dmock.task.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.error.DmException;
import dev.dmock.error.ErrorCatalogue;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.rule.FilterRule;
import dev.dmock.task.config.rule.RouteRule;
import dev.dmock.version.ApiVersion;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the recorded cases do not show. */
class SubtaskDerivationTests {

    private static final TargetDatabase TARGET = new TargetDatabase("127.0.0.1", 4000, "root", "123456", null);

    @Test
    void severalFiltersOnOneRuleAreDocumented() {
        TaskConfig task = task("all", List.of(rule("db1", "t1", "a", "b")), null);
        SubtaskConfig subtask = derive(ApiVersion.DOCS, task).get(0);
        assertThat(subtask.filters()).hasSize(2).allMatch(FilterRule::effective);
        assertThat(subtask.binlogFilter().ignores("insert", new TableName("db1", "t1"), ""))
                .isTrue();
        assertThat(subtask.binlogFilter().ignores("update", new TableName("db1", "t1"), ""))
                .isTrue();
        assertThatThrownBy(() -> derive(ApiVersion.V5_3, task)).isInstanceOf(DmException.class);
        assertThat(derive(ApiVersion.V8_1, task).get(0).filters())
                .extracting(FilterRule::effective)
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "DOCS, -, dm-meta",
                "DOCS, own, own",
                "V5_3, -, dm_meta",
                "V5_3, own, dm_meta",
                "V8_1, -, dm_meta",
                "V8_1, own, own",
                "V8_1, '', dm_meta",
            })
    void metaSchema(ApiVersion version, @Nullable String posted, String used) {
        TaskConfig task = task("all", List.of(), null);
        TaskConfig given = posted == null ? task : task.withMetaSchema(posted);
        assertThat(derive(version, given).get(0).metaSchema()).isEqualTo(used);
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCS", "V5_3"})
    void aTableIsNeededBeforeV6(ApiVersion version) {
        assertThatThrownBy(() -> derive(version, task("all", List.of(rule("db1", "")), null)))
                .isInstanceOfSatisfying(
                        DmException.class,
                        e -> assertThat(ErrorCatalogue.load("v5").text(e.error()))
                                .isEqualTo("[code=20044:class=config:scope=internal:level=high], Message: "
                                        + "source name source-1: generate block allow list error, RawCause: "
                                        + "DoTables rule's DB string or Table string cannot be empty, Workaround: "
                                        + "Please check the `block-allow-list` config in task configuration file."));
    }

    @Test
    void rulesOnSchemasAndRulesOnTablesHaveToFitBothInV8() {
        SubtaskConfig subtask = derive(ApiVersion.V8_1, task("all", List.of(rule("db1", ""), rule("db2", "t1")), null))
                .get(0);
        assertThat(subtask.allowList().contains(new TableName("db1", "t1"))).isFalse();
        assertThat(subtask.allowList().contains(new TableName("db2", "t1"))).isFalse();
    }

    @Test
    void caseCountsAsInTheUpstream() {
        TaskConfig task = task("all", List.of(rule("DB1", "T1")), null);
        SubtaskDerivation derivation = new SubtaskDerivation(ConfigPolicy.of(ApiVersion.V8_1));
        assertThat(derivation.derive(task, s -> false).get(0).routes())
                .containsExactly(new RouteRule("db1", "t1", "Out", "T"));
        assertThat(derivation.derive(task, s -> true).get(0).routes())
                .containsExactly(new RouteRule("DB1", "T1", "Out", "T"));
    }

    @ParameterizedTest
    @CsvSource({
        "all, ./d, ./d, ./d.task-1.sorting",
        "all, ./d/, ./d, ./d.task-1.sorting",
        "all, ./d//, ./d, ./d.task-1.sorting",
        "all, ./d.task-1, ./d, ./d.task-1.sorting",
        "all, '', '', .sorting",
        "incremental, ./d, ./d, ''",
        "full, s3://bucket/d, s3://bucket/d, ./sorting.task-1",
    })
    void directories(String mode, String dir, String listed, String sorting) {
        TaskConfig task = task(mode, List.of(), FullSettings.of(null, null, dir, null));
        LoadSettings load = derive(ApiVersion.V8_1, task).get(0).load();
        assertThat(load.dir()).isEqualTo(listed);
        assertThat(load.sortingDir()).isEqualTo(sorting);
    }

    @Test
    void aShortTaskDoesNotBecomeALongList() {
        String[] uses = new String[2_000];
        Arrays.fill(uses, "a");
        List<MigrateRule> rules = Collections.nCopies(2_000, rule("db1", "t1", uses));
        assertThatThrownBy(() -> derive(ApiVersion.DOCS, task("all", rules, null)))
                .isInstanceOfSatisfying(
                        DmException.class, e -> assertThat(e.error().code()).isEqualTo(49001));
    }

    @ParameterizedTest
    @CsvSource({"./d/, ./d/", "./d.task-1, ./d", "./d, ./d"})
    void directoriesBeforeV6(String dir, String listed) {
        TaskConfig task = task("all", List.of(), FullSettings.of(null, null, dir, null));
        assertThat(derive(ApiVersion.V5_3, task).get(0).load().dir()).isEqualTo(listed);
    }

    @ParameterizedTest
    @CsvSource({
        "80G, 85899345920",
        "1.5 MiB, 1572864",
        "32kb, 32768",
        "7B, 7",
        "1024, 1024",
    })
    void sizes(String text, long bytes) {
        assertThat(ByteSize.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "80X, invalid suffix: 'x'",
        "80GX, invalid suffix: 'gx'",
        "80bytes, invalid suffix: 'bytes'",
        "much, invalid size: 'much'",
        "-1G, invalid size: '-1G'",
        "1.2.3G, 'strconv.ParseFloat: parsing \"1.2.3\": invalid syntax'",
    })
    void wrongSizes(String text, String complaint) {
        assertThatThrownBy(() -> ByteSize.parse(text)).hasMessage(complaint);
    }

    @Test
    void whatMayChangeInTheSyncUnit() {
        SubtaskConfig old = derive(ApiVersion.V8_1, task("all", List.of(rule("db1", "t1")), null))
                .get(0);
        assertThat(old.mayBecome(derive(ApiVersion.V8_1, task("all", List.of(rule("db2", "", "a")), null))
                        .get(0)))
                .isTrue();
        assertThat(old.mayBecome(derive(ApiVersion.V8_1, task("full", List.of(rule("db1", "t1")), null))
                        .get(0)))
                .isFalse();
        assertThat(old.mayBecome(derive(
                                ApiVersion.V8_1,
                                task("all", List.of(rule("db1", "t1")), null).withMetaSchema("y"))
                        .get(0)))
                .isFalse();
    }

    private static List<SubtaskConfig> derive(ApiVersion version, TaskConfig task) {
        SubtaskDerivation derivation = new SubtaskDerivation(ConfigPolicy.of(version));
        return derivation.derive(derivation.adjust(task), source -> true);
    }

    private static MigrateRule rule(String schema, String table, String... filters) {
        return new MigrateRule("source-1", schema, table, new MigrateRule.Target("Out", "T"), List.of(filters));
    }

    private static TaskConfig task(String mode, List<MigrateRule> rules, @Nullable FullSettings full) {
        Map<String, EventFilter> filters = Map.of(
                "a", new EventFilter(List.of("insert"), null),
                "b", new EventFilter(List.of("update"), null));
        return new TaskConfig(
                "task-1",
                mode,
                null,
                null,
                null,
                true,
                "error",
                TARGET,
                filters,
                rules,
                full,
                null,
                List.of(new SourceEntry("source-1", null, null, null)),
                null);
    }
}
