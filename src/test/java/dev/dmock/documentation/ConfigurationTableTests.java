package dev.dmock.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.management.settings.Setting;
import dev.dmock.management.settings.SettingCatalogue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of settings is the one that the classes they are bound to yield. */
class ConfigurationTableTests {

    @Test
    void theTableIsThatOfTheProgram() {
        List<Setting> settings = SettingCatalogue.ofThisProgram().all();
        assertThat(settings)
                .allSatisfy(setting -> assertThat(setting.description())
                        .as(setting.property())
                        .endsWith(".")
                        .doesNotContain("{@"));
        StringBuilder table = new StringBuilder("""
                | Option | Variable | Property | Default | |
                |---|---|---|---|---|
                """);
        for (Setting setting : settings) {
            table.append("| `%s` | `%s` | `%s` | %s | %s |%n"
                    .formatted(
                            setting.option(),
                            setting.variable(),
                            setting.property(),
                            setting.standard().isEmpty() ? "–" : "`" + setting.standard() + "`",
                            setting.description()));
        }
        Generated.isIn(Path.of("docs", "configuration.md"), ConfigurationTableTests.class, table.toString());
    }
}
