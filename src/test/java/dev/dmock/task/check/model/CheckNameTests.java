package dev.dmock.task.check.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.version.Generation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks are found by their names in reports. */
class CheckNameTests {

    @ParameterizedTest
    @CsvSource({
        "mysql_version, VERSION",
        "source db dump privilege checker, DUMP_PRIVILEGES",
        "table structure compatibility check, TABLE_STRUCTURE",
        "sharding table `db1`.`table1` consistency checking, SHARDING",
        "sharding table consistency checking, SHARDING",
        "optimistic sharding table `a``b`.`t` consistency checking, OPTIMISTIC_SHARDING",
        "nothing, ",
    })
    void isFoundByTheNameInTheReport(String name, CheckName check) {
        assertThat(CheckName.of(name).orElse(null)).isEqualTo(check);
    }

    @ParameterizedTest
    @EnumSource
    void failsInTheWordsOfBothGenerations(CheckName check) {
        for (Generation generation : Generation.values()) {
            CheckResult verdict = check.failing(generation, "");
            assertThat(verdict.state()).isEqualTo(CheckState.FAIL);
            assertThat(verdict.problems()).allMatch(p -> !p.text().isEmpty());
            assertThat(check.failing(generation, "mine").problems())
                    .allMatch(p -> p.text().equals("mine"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void settingsAreAmongThem(ServerSetting setting) {
        assertThat(CheckName.of(setting.checkName())).isPresent();
    }
}
