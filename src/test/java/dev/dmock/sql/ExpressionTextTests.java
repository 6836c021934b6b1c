package dev.dmock.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.sql.expression.ExpressionText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a+1 | `a` + 1",
                "a * (b-1) | `a` * (`b` - 1)",
                "-a | -`a`",
                "a * -1 | `a` * -1",
                "CONCAT(`a`,' x') | concat(`a`, _utf8mb4' x')",
                "a AND NOT b | `a` and not `b`",
                "a is null | `a` is null",
                "IF(a>1,1,NULL) | if(`a` > 1, 1, null)",
                "case when a is null then 1 else 2 end | case when `a` is null then 1 else 2 end",
            })
    void isRestoredAsTidbKeepsIt(String written, String kept) {
        assertThat(ExpressionText.restore(written)).isEqualTo(kept);
    }
}
