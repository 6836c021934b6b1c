package dev.dmock.management.settings;

import dev.dmock.error.MisconfiguredException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The command-line arguments: settings as {@code --api=v8.5} or {@code --api v8.5}, and settings of Spring Boot, whose
 * names contain a dot.
 */
public final class CommandLine {

    private static final String DASHES = "--";

    private final SettingCatalogue settings;
    private final Deque<String> words;
    private final List<String> arguments = new ArrayList<>();

    private CommandLine(SettingCatalogue settings, String... words) {
        this.settings = settings;
        this.words = new ArrayDeque<>(List.of(words));
    }

    /**
     * Returns the arguments in the form that Spring Boot accepts.
     *
     * @throws MisconfiguredException with a sentence that names the invalid argument
     */
    public static String[] arguments(SettingCatalogue settings, String... words) {
        CommandLine line = new CommandLine(settings, words);
        while (!line.words.isEmpty()) {
            line.take(line.words.remove());
        }
        return line.arguments.toArray(String[]::new);
    }

    /** Returns {@code --help} or {@code --version} if the command line contains one of them. */
    public static Optional<String> question(String... words) {
        return List.of(words).stream()
                .map(word -> word.equals("-h") ? "--help" : word)
                .filter(word -> word.equals("--help") || word.equals("--version"))
                .findFirst();
    }

    private void take(String word) {
        if (!word.startsWith(DASHES)) {
            throw new MisconfiguredException(
                    "\"" + word + "\" is not an option; options begin with --, and --help lists them.");
        }
        int equals = word.indexOf('=');
        String name = word.substring(DASHES.length(), equals < 0 ? word.length() : equals);
        Optional<Setting> setting = settings.ofProperty(Setting.PREFIX + name).or(() -> settings.ofProperty(name));
        if (setting.isPresent()) {
            arguments.add(
                    DASHES + setting.get().property() + "=" + (equals < 0 ? value(name) : word.substring(equals + 1)));
        } else if (name.contains(".") && !name.startsWith(Setting.PREFIX)) {
            arguments.add(word);
        } else {
            throw new MisconfiguredException("There is no option --" + name + "; --help lists them.");
        }
    }

    private String value(String name) {
        if (words.isEmpty() || words.element().startsWith(DASHES)) {
            throw new MisconfiguredException("The option --" + name + " needs a value, such as --" + name + "=….");
        }
        return words.remove();
    }
}
