package dev.dmock.management.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The output of {@code --help} and {@code --version}. */
public final class Help {

    private static final String BUILD = "/META-INF/build-info.properties";
    private static final int WIDTH = 78;
    private static final String MARGIN = "      ";

    private Help() {}

    public static String answer(String question, SettingCatalogue settings) {
        return question.equals("--version") ? "DMock " + version() : help(settings);
    }

    /** Returns the version of the build; classes that an IDE runs have none. */
    private static String version() {
        try (InputStream build = Help.class.getResourceAsStream(BUILD)) {
            Properties properties = new Properties();
            if (build != null) {
                properties.load(build);
            }
            return properties.getProperty("build.version", "(unpackaged)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String help(SettingCatalogue settings) {
        List<String> lines = new ArrayList<>(List.of(
                "DMock " + version() + " emulates the OpenAPI of DM-master, the master of TiDB Data Migration.",
                "",
                "  java -jar dmock.jar [--option=value …]",
                "",
                "Each option can be given as an environment variable or a property, too; the",
                "command line goes before the environment.",
                ""));
        for (Setting setting : settings.all()) {
            lines.add("  " + setting.option() + "   " + setting.variable() + "   " + setting.property());
            String standard = setting.standard().isEmpty() ? "" : " Default: " + setting.standard() + ".";
            lines.addAll(wrapped(setting.description() + standard));
        }
        lines.add("  --help, --version");
        lines.add("");
        lines.add("Settings of Spring Boot, such as --server.ssl.bundle=…, are taken as well.");
        return String.join("\n", lines);
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(MARGIN);
        for (String word : text.split(" ")) {
            if (line.length() + word.length() >= WIDTH) {
                lines.add(line.toString().stripTrailing());
                line.replace(0, line.length(), MARGIN);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
