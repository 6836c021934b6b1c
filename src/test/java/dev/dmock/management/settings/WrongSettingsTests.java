package dev.dmock.management.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dmock.DmockApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Import;

/** A wrong setting ends the start, and what is said then names it and has no stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class WrongSettingsTests {

    /** The settings without the program, which takes its time to get to where they are. */
    @ConfigurationPropertiesScan("dev.dmock")
    @EnableConfigurationProperties(ServerProperties.class)
    @Import({SettingsValidation.class, UnknownSettingCheck.class})
    static class SettingsAlone {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ports | here | here",
                "ports | 70000 | not a port: 70000",
                "address | 1.2.3 .4 | dmock.address",
                "control.port | 70000 | not a port: 70000",
                "control.token | '' | is empty",
                "control.token | two words | has characters that a header cannot have",
                "control.token | schlüssel | has characters that a header cannot have",
                "journal.entries | 0 | has to be 1 at least",
                "journal.size | much | much",
                "jdbc-url | jdbc:mysql://db/x | has to begin with jdbc:postgresql:",
                "data | a;b | has a semicolon in it",
                "apy | docs | There is no setting dmock.apy",
            })
    void isNamed(String setting, String value, String said, CapturedOutput output) {
        SpringApplication application = new SpringApplication(SettingsAlone.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        endsTheStart(application, setting, value, said, output);
    }

    @Test
    void isNamedWhereTheWorldIsLaid(CapturedOutput output) {
        endsTheStart(new SpringApplication(DmockApplication.class), "api", "v9", "there is no version v9", output);
    }

    private static void endsTheStart(
            SpringApplication application, String setting, String value, String said, CapturedOutput output) {
        application.setRegisterShutdownHook(false);

        Throwable failure =
                catchThrowable(() -> application.run("--server.port=0", "--dmock." + setting + "=" + value));

        assertThat(failure).isNotNull();
        assertThat(output.getOut()).contains("dmock." + setting, said).doesNotContain("\tat ");
    }
}
