package dev.dmock.management.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.error.MisconfiguredException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options are settings in their short form; what is none is named. */
class CommandLineTests {

    private final SettingCatalogue settings = SettingCatalogue.ofThisProgram();

    @Test
    void shortFormsAreSettings() {
        assertThat(CommandLine.arguments(
                        settings,
                        "--api=v8.5",
                        "--ports",
                        "1,2",
                        "--dmock.data=x=y",
                        "--jdbc-url=z",
                        "--server.ssl.bundle=b"))
                .containsExactly(
                        "--dmock.api=v8.5",
                        "--dmock.ports=1,2",
                        "--dmock.data=x=y",
                        "--dmock.jdbc-url=z",
                        "--server.ssl.bundle=b");
    }

    @ParameterizedTest
    @CsvSource({
        "--apy=v8.5, --apy",
        "--dmock.apy=v8.5, --dmock.apy",
        "--api, --api",
        "v8.5, v8.5",
    })
    void whatIsWrongIsNamed(String word, String named) {
        assertThatThrownBy(() -> CommandLine.arguments(settings, word))
                .isInstanceOf(MisconfiguredException.class)
                .hasMessageContaining(named)
                .hasMessageEndingWith(".");
    }

    @Test
    void variablesAreToldFromOthers() {
        assertThat(settings.hasVariable("DMOCK_JDBC_URL")).isTrue();
        assertThat(settings.hasVariable("DMOCK_JDBCURL")).isTrue();
        assertThat(settings.hasVariable("DMOCK_CONTROL_HOSTS_0_")).isTrue();
        assertThat(settings.hasVariable("DMOCK_PORT")).isFalse();
    }

    @Test
    void helpNamesEverySetting() {
        String help = Help.answer("--help", settings);
        assertThat(settings.all())
                .isNotEmpty()
                .allSatisfy(
                        setting -> assertThat(help).contains(setting.option(), setting.variable(), setting.property()));
        assertThat(help.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(110));
        assertThat(Help.answer("--version", settings)).matches("DMock \\S+");
        assertThat(CommandLine.question("--api=docs", "-h")).contains("--help");
        assertThat(CommandLine.question("--api=docs")).isEmpty();
    }
}
