package dev.dmock.task.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.sql.structure.Structures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderedTableTests {

    private static final String PLAIN = "id INT PRIMARY KEY, c VARCHAR(20)";

    private static OrderedTable table(String definitions) {
        return OrderedTable.of(Structures.parse("CREATE TABLE t (" + definitions + ")"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id INT PRIMARY KEY, c VARCHAR(20) | 0",
                "id INT PRIMARY KEY | 1",
                "id INT PRIMARY KEY, c VARCHAR(20), d INT | -1",
                "id INT PRIMARY KEY, c VARCHAR(20), d INT NOT NULL DEFAULT 1 | -1",
                "id INT PRIMARY KEY, c VARCHAR(30) | -1",
                "id INT PRIMARY KEY, c VARCHAR(20) NOT NULL DEFAULT 'x' | conflict",
                "id INT PRIMARY KEY, c VARCHAR(20), KEY k (c) | 1",
                "id INT PRIMARY KEY, c VARCHAR(20) DEFAULT 'x' | -1",
                "id INT PRIMARY KEY, c INT | conflict",
                "id INT PRIMARY KEY, e VARCHAR(20) | conflict",
                "id INT PRIMARY KEY, c VARCHAR(20), d INT NOT NULL | conflict",
                "id INT PRIMARY KEY, c VARCHAR(20) CHARACTER SET latin1 | conflict",
                "id BIGINT PRIMARY KEY, c VARCHAR(20) | conflict",
            })
    void hasAnOrder(String other, String order) {
        if (order.equals("conflict")) {
            assertThatThrownBy(() -> table(PLAIN).compare(table(other))).isInstanceOf(ShardOrder.Conflict.class);
        } else {
            assertThat(table(PLAIN).compare(table(other))).isEqualTo(Integer.parseInt(order));
            assertThat(table(other).compare(table(PLAIN))).isEqualTo(-Integer.parseInt(order));
        }
    }

    @Test
    void joinsColumnsOfBothAndKeysThatBothHave() {
        OrderedTable joined = table("id INT PRIMARY KEY, a INT, c VARCHAR(5), KEY k (c)")
                .join(table("id INT PRIMARY KEY, b INT NOT NULL, c VARCHAR(9)"));

        assertThat(joined.columns()).containsOnlyKeys("id", "a", "b", "c");
        assertThat(joined.columns().get("b")).matches(OrderedColumn::dispensable);
        assertThat(joined.columns().get("c").sizes()).startsWith(9);
        assertThat(joined.keys()).containsOnlyKeys("primary");
    }

    @Test
    void refusesToJoinDifferentTypes() {
        assertThatThrownBy(() -> table("id INT PRIMARY KEY, d INT").join(table("id INT PRIMARY KEY, d TEXT")))
                .isInstanceOf(ShardOrder.Conflict.class);
    }
}
