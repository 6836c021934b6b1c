package dev.dmock.task.config.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.sql.token.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRouterTests {

    private static final List<RouteRule> RULES = List.of(
            new RouteRule("db?", "t*", "out", "t"),
            new RouteRule("db1", "", "whole", ""),
            new RouteRule("db1", "u", "other", ""),
            new RouteRule("~^shard_[0-9]+$", "x", "merged", "x"));

    @ParameterizedTest
    @CsvSource({
        "db1, t1, out, t",
        "db2, t, out, t",
        "db1, u, other, u",
        "db1, v, whole, v",
        "db1, '', whole, ''",
        "DB1, T1, DB1, T1",
        "none, t1, none, t1",
        "shard_12, x, merged, x",
        "shard_, x, shard_, x",
    })
    void routes(String schema, String table, String targetSchema, String targetTable) {
        TableRouter router = TableRouter.of(RULES, true);
        assertThat(router.route(new TableName(schema, table))).isEqualTo(new TableName(targetSchema, targetTable));
    }

    @Test
    void caseDoesNotCountUnlessItDoesUpstream() {
        RouteRule rule = new RouteRule("DB1", "T*", "Out", "Merged");
        TableName table = new TableName("Db1", "tX");
        assertThat(TableRouter.of(List.of(rule), false).route(table)).isEqualTo(new TableName("Out", "Merged"));
        assertThat(TableRouter.of(List.of(rule), true).route(table)).isEqualTo(table);
    }

    @Test
    void severalRulesForOneTableAreAConflict() {
        TableRouter router =
                TableRouter.of(List.of(new RouteRule("db", "a*", "x", ""), new RouteRule("db", "?b", "y", "")), true);
        assertThat(router.conflict(new TableName("db", "ab"))).hasValue("table db.ab matches more than one rule");
        assertThat(router.conflict(new TableName("db", "ac"))).isEmpty();
    }

    @Test
    void aPatternIsUsedOnce() {
        RouteRule rule = new RouteRule("db1", "t1", "x", "y");
        String shown = "&{SchemaPattern:db1 TablePattern:t1 TargetSchema:x TargetTable:y}";
        assertThatThrownBy(() -> TableRouter.requireDistinct(List.of(rule, rule), true))
                .hasMessage("initial rule " + shown + " in table router: add rule " + shown
                        + " into table router: insert into table selector: pattern t1 already exists");
        TableRouter.requireDistinct(List.of(rule, new RouteRule("db2", "t1", "x", "y")), true);
        TableRouter.requireDistinct(List.of(rule, new RouteRule("db1", "", "x", "y")), true);
    }

    @Test
    void namesAreNeeded() {
        assertThatThrownBy(() -> TableRouter.of(List.of(new RouteRule("db", "t", "", "y")), true))
                .hasMessage("target schema of table route rule should not be empty");
        assertThatThrownBy(() -> TableRouter.of(List.of(new RouteRule("", "t", "x", "y")), true))
                .hasMessage("schema pattern of table route rule should not be empty");
    }
}
