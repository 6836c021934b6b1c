package dev.dmock.task.config.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.sql.token.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinlogFilterTests {

    private static final TableName T1 = new TableName("db1", "t1");

    @ParameterizedTest
    @CsvSource({
        "insert, insert, true",
        "insert, update, false",
        "all dml, delete, true",
        "all dml, create table, false",
        "all ddl, create table, true",
        "all ddl, insert, false",
        "all, insert, true",
        "drop table, drop table, true",
        "drop table, truncate table, false",
        "none|all, insert, false",
        "none dml|all, insert, false",
        "none dml|all, drop table, true",
        "insert|none, insert, true",
        "none ddl|drop table, drop table, false",
        "incompatible ddl changes, rename table, true",
        "incompatible ddl changes, create table, false",
        "Insert, insert, false",
        "nonsense, insert, false",
    })
    void events(String events, String event, boolean ignored) {
        FilterRule rule = new FilterRule("db1", "t*", List.of(events.split("\\|")), null, true);
        assertThat(BinlogFilter.of(List.of(rule), true).ignores(event, T1, "")).isEqualTo(ignored);
    }

    @ParameterizedTest
    @CsvSource({
        "^drop, DROP TABLE t1, true",
        "^drop, /* x */ DROP TABLE t1, false",
        "add\\s+column|^truncate, ALTER TABLE t1 ADD  COLUMN c INT, true",
        "^insert, '', false",
    })
    void statements(String pattern, String statement, boolean ignored) {
        FilterRule rule = new FilterRule("db1", "", List.of(), List.of(pattern), true);
        assertThat(BinlogFilter.of(List.of(rule), true).ignores("alter table", T1, statement))
                .isEqualTo(ignored);
    }

    @Test
    void onlyTablesThatFit() {
        BinlogFilter filter = BinlogFilter.of(List.of(rule("db1", "T?", "insert")), false);
        assertThat(filter.ignores("insert", new TableName("DB1", "t9"), "")).isTrue();
        assertThat(filter.ignores("insert", new TableName("db1", "u1"), "")).isFalse();
        assertThat(filter.ignores("insert", new TableName("db2", "t1"), "")).isFalse();
    }

    @Test
    void oneRuleForEachPattern() {
        List<FilterRule> rules = List.of(rule("db1", "t1", "insert"), rule("db1", "t1", "update"));
        String shown = "&{SchemaPattern:db1 TablePattern:t1 Events:[update] SQLPattern:[] sqlRegularExp:<nil>"
                + " Action:Ignore}";
        assertThatThrownBy(() -> BinlogFilter.requireUsable(rules, true, false))
                .hasMessage("initial rule " + shown + " in binlog event filter: add rule " + shown
                        + " into binlog event filter: insert into table selector: pattern t1 already exists");
        BinlogFilter.requireUsable(rules, true, true);
        assertThat(BinlogFilter.of(rules, true).ignores("update", T1, "")).isTrue();
    }

    @Test
    void aCompiledExpressionIsShownAsItsAddress() {
        FilterRule rule = new FilterRule("db1", "t1", List.of(), List.of("^a", "^b"), true);
        assertThatThrownBy(() -> BinlogFilter.requireUsable(List.of(rule, rule), true, false))
                .hasMessageMatching(".*SQLPattern:\\[\\^a \\^b\\] sqlRegularExp:0xc000[0-9a-f]{6} Action.*");
    }

    @Test
    void newerVersionsKeepWhatTheyCannotUse() {
        List<FilterRule> kept = BinlogFilter.keepUsable(
                List.of(
                        rule("db1", "t1", "Create Schema", "INSERT"),
                        rule("db1", "t1", "update"),
                        rule("db1", "t2", "Delete", "nonsense"),
                        new FilterRule("db1", "t3", List.of("delete"), List.of("(("), true)),
                true);
        assertThat(kept).extracting(FilterRule::effective).containsExactly(true, false, false, false);
        assertThat(kept.get(0).events()).containsExactly("create database", "insert");
        assertThat(kept.get(2).events()).containsExactly("delete", "nonsense");
        BinlogFilter filter = BinlogFilter.of(kept, true);
        assertThat(filter.ignores("insert", T1, "")).isTrue();
        assertThat(filter.ignores("update", T1, "")).isFalse();
        assertThat(filter.ignores("delete", new TableName("db1", "t2"), "")).isFalse();
    }

    private static FilterRule rule(String schema, String table, String... events) {
        return new FilterRule(schema, table, List.of(events), null, true);
    }
}
