package dev.dmock.space.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTests {

    @Test
    void differentPartsGiveDifferentKeys() {
        List<String> parts =
                List.of("", "a", "\u001f", "a\u001fb", "\\", "\\u", "\u0000", "\\0", "b".repeat(300), "b".repeat(301));
        Set<String> keys = new HashSet<>();
        for (String first : parts) {
            for (String second : parts) {
                assertThat(keys.add(Key.of(first, second)))
                        .as("%s / %s", first, second)
                        .isTrue();
            }
        }
    }

    @Test
    void keysCanBeStoredAnywhere() {
        String key = Key.of("x".repeat(100_000), "\u0000", "y".repeat(100_000));

        assertThat(key).hasSizeLessThan(1000).doesNotContain("\u0000");
    }

    @Test
    void aPrefixCoversJustTheKeysThatGoOnBehindIt() {
        String prefix = Key.prefix("task");

        assertThat(Key.of("task", "source")).isBetween(prefix, Key.behind(prefix));
        assertThat(Key.of("task")).isLessThan(prefix);
        assertThat(Key.of("task-2", "source")).isGreaterThan(Key.behind(prefix));
    }
}
