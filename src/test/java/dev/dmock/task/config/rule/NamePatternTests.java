package dev.dmock.task.config.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTests {

    @ParameterizedTest
    @CsvSource({
        "db1, db1, true",
        "db1, db2, false",
        "db1, db11, false",
        "db*, db, true",
        "db*, dbx1, true",
        "*, anything, true",
        "db*, d, false",
        "t?, t1, true",
        "t?, t, false",
        "t?x, t1x, true",
        "t[12], t2, true",
        "t[12], t3, false",
        "t[a-c]z, tbz, true",
        "t[!a-c], tb, false",
        "t[!a-c], tz, true",
        "t[!], t!, true",
        "t[-a], t-, true",
        "t[a-], t-, true",
        "t[x, t[x, true",
        "t[], t, false",
        "straße?, straßen, true",
    })
    void wildcards(String pattern, String name, boolean matches) {
        assertThat(NamePattern.parse(pattern).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "t1, t1, true",
        "t1, t2, false",
        "t*, t*, true",
        "t*, t?, false",
        "t[12], t[21], true",
        "t[a-c], t[abc], false",
        "t[!ab], t[ab], false",
        "t[a-cb], t[a-c], true",
        "t[ba-ca], t[a-cb], true",
        "t[a-cb-d], t[a-d], false",
    })
    void samePatterns(String one, String other, boolean same) {
        assertThat(NamePattern.parse(one).equals(NamePattern.parse(other))).isEqualTo(same);
    }

    @Test
    void nothingFollowsTheAsterisk() {
        assertThatThrownBy(() -> NamePattern.parse("a*b")).hasMessage("pattern a*b not valid");
    }
}
