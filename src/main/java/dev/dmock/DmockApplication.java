package dev.dmock;

import dev.dmock.error.MisconfiguredException;
import dev.dmock.management.settings.CommandLine;
import dev.dmock.management.settings.Help;
import dev.dmock.management.settings.SettingCatalogue;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts DMock: a DM cluster behind DM-master's OpenAPI on port 8261. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DmockApplication {

    private static final int WRONG_USE = 2;
    private static final String PREPARED = "spring.aot.enabled";

    public static void main(String[] args) {
        SettingCatalogue settings = SettingCatalogue.ofThisProgram();
        Optional<String> question = CommandLine.question(args);
        if (question.isPresent()) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(Help.answer(question.get(), settings));
            return;
        }
        String[] arguments = arguments(settings, args);
        usePreparedBeans();
        SpringApplication.run(DmockApplication.class, arguments);
    }

    private static String[] arguments(SettingCatalogue settings, String... args) {
        try {
            return CommandLine.arguments(settings, args);
        } catch (MisconfiguredException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_USE);
            throw wrong;
        }
    }

    /**
     * The build works out for the jar which beans there are, so that a start need not. Classes outside a jar may be older than the
     * sources that are being worked on, so they are not used.
     */
    private static void usePreparedBeans() {
        boolean jar = DmockApplication.class.getPackage().getImplementationVersion() != null;
        if (jar && System.getProperty(PREPARED) == null) {
            System.setProperty(PREPARED, "true");
        }
    }
}
