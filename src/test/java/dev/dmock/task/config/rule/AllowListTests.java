package dev.dmock.task.config.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.sql.token.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowListTests {

    /** What each kind of rule lets pass; lists are separated by a vertical line, schema and table by a dot. */
    @ParameterizedTest
    @CsvSource({
        "'', '', db1.t1, true",
        "db1, '', db1.t1, true",
        "db1, '', db2.t1, false",
        "db?, '', db2.t1, true",
        "'', db1.t*, db1.t1, true",
        "'', db1.t*, db1.u, false",
        "'', db1.t*, db2.t1, false",
        "'', db1.t*, db1., true",
        "db1, db1.t1, db1.t1, true",
        "db1, db1.t1, db1.t2, false",
        "db2, db1.t1, db1.t1, false",
        "db2, db1.t1, db2.u, false",
        "db1|db2, db1.t1|db2.u, db2.u, true",
        "~^db[0-9]$, '', db7.x, true",
        "~^db[0-9]$, '', dbx.x, false",
        "'', ~^db.~1$, db3.t1, true",
        "'', ~^db.~1$, db3.t2, false",
    })
    void contains(String schemas, String tables, String table, boolean contained) {
        AllowRules rules = AllowRules.of(
                split(schemas),
                split(tables).stream().map(AllowListTests::table).toList());
        assertThat(AllowList.of(rules, true).contains(table(table))).isEqualTo(contained);
    }

    @Test
    void ignoring() {
        AllowRules rules = new AllowRules(List.of(), List.of(), List.of("no*"), List.of(new TableName("db", "x")));
        AllowList list = AllowList.of(rules, true);
        assertThat(list.contains(new TableName("nope", "t"))).isFalse();
        assertThat(list.contains(new TableName("db", "x"))).isFalse();
        assertThat(list.contains(new TableName("db", "y"))).isTrue();
    }

    @Test
    void caseDoesNotCountUnlessItDoesUpstream() {
        AllowRules rules = AllowRules.of(List.of("DB1"), List.of());
        assertThat(AllowList.of(rules, false).contains(new TableName("Db1", "t")))
                .isTrue();
        assertThat(AllowList.of(rules, true).contains(new TableName("db1", "t")))
                .isFalse();
    }

    @Test
    void emptyNamesAreRefused() {
        assertThatThrownBy(() -> AllowList.of(AllowRules.of(List.of(""), List.of()), true))
                .hasMessage("DoDB rule's DB string cannot be empty");
        assertThatThrownBy(() -> AllowList.of(AllowRules.of(List.of(), List.of(new TableName("db", ""))), true))
                .hasMessage("DoTables rule's DB string or Table string cannot be empty");
    }

    @Test
    void patternsAreChecked() {
        assertThatThrownBy(() -> AllowList.of(AllowRules.of(List.of("a*b"), List.of()), true))
                .hasMessage("insert into schema selector: pattern a*b not valid");
        assertThatThrownBy(() -> AllowList.of(AllowRules.of(List.of(), List.of(new TableName("db", "~(("))), false))
                .hasMessage("error parsing regexp: missing closing ): `(?i)((`");
    }

    private static List<String> split(String texts) {
        return texts.isEmpty() ? List.of() : List.of(texts.split("\\|"));
    }

    /** Splits at the last dot, or in front of the table's tilde. */
    private static TableName table(String text) {
        int tilde = text.lastIndexOf('~');
        int split = tilde > 0 ? tilde : text.lastIndexOf('.') + 1;
        return new TableName(text.substring(0, tilde > 0 ? split : split - 1), text.substring(split));
    }
}
