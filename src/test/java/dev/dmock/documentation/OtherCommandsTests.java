package dev.dmock.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dmock.management.settings.CommandLine;
import dev.dmock.management.settings.SettingCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Commands of the pages that are not curl's: they build, or need tools that not every machine has, and are not run here.
 * What they name – files, classes, options, variables, ports, folders of the image, services – is there.
 */
class OtherCommandsTests {

    private static final Set<String> GOALS = Set.of("spring-boot:run", "verify", "package", "test");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(?:#([^)]*))?\\)");
    private final SettingCatalogue settings = SettingCatalogue.ofThisProgram();

    @TestFactory
    Stream<DynamicTest> nameWhatIsThere() {
        return Pages.all().stream()
                .flatMap(page -> ConsoleBlocks.commands(Pages.read(page)).stream()
                        .filter(command -> !command.startsWith("curl "))
                        .map(command -> dynamicTest(
                                page + ": " + command.lines().findFirst().orElse(""), () -> check(command))));
    }

    private void check(String text) throws IOException {
        Deque<String> words = new ArrayDeque<>(ShellWords.of(text).words());
        String first = words.remove();
        switch (first) {
            case "./mvnw" -> words.forEach(OtherCommandsTests::maven);
            case "java" -> java(words);
            case "docker" -> docker(words);
            case "kubectl" -> kubectl(words);
            default -> assertThat(Path.of(first)).isExecutable();
        }
    }

    private static void maven(String word) {
        if (word.startsWith("-Dtest=")) {
            assertThat(word.substring("-Dtest=".length()).split(","))
                    .allSatisfy(test -> assertThat(find(test + ".java")).isTrue());
        } else if (!word.startsWith("-")) {
            assertThat(GOALS).contains(word);
        }
    }

    private void java(Deque<String> words) throws IOException {
        String first = words.remove();
        if (!first.equals("-jar")) {
            assertThat(Path.of(first)).exists();
            return;
        }
        String version = Manifest.first("pom.xml", "<artifactId>dmock</artifactId>\\s*<version>(.*?)<");
        assertThat(words.remove()).isEqualTo("target/dmock-" + version + ".jar");
        options(words);
    }

    private void options(Deque<String> words) {
        String[] options = words.toArray(String[]::new);
        if (CommandLine.question(options).isEmpty()) {
            assertThat(CommandLine.arguments(settings, options)).hasSizeLessThanOrEqualTo(options.length);
        }
    }

    private void docker(Deque<String> words) throws IOException {
        switch (words.remove()) {
            case "build" -> assertThat(Path.of("Dockerfile")).exists();
            case "run" -> dockerRun(words);
            case "compose" -> assertThat(Path.of("compose.yaml")).exists();
            default -> fail("not known");
        }
    }

    private void dockerRun(Deque<String> words) throws IOException {
        List<String> open = new java.util.ArrayList<>(List.of(Manifest.first("Dockerfile", "EXPOSE (\\d+)")));
        List<String> wanted = new java.util.ArrayList<>();
        while (words.element().startsWith("-")) {
            switch (words.remove()) {
                case "-p" -> wanted.add(words.remove().replaceAll(".*:", ""));
                case "-e" -> variable(words.remove(), open);
                case "-v" -> volume(words.remove().split(":"));
                default -> {}
            }
        }
        assertThat(words.remove()).isEqualTo("dmock");
        assertThat(open).containsAll(wanted);
        options(words);
    }

    private void variable(String assignment, List<String> open) {
        String[] parts = assignment.split("=", 2);
        assertThat(settings.hasVariable(parts[0])).as(parts[0]).isTrue();
        if (parts[0].equals("DMOCK_PORTS")) {
            open.addAll(List.of(parts[1].split(",")));
        }
    }

    private static void volume(String... parts) throws IOException {
        assertThat(parts[1]).isIn("/data", "/etc/dmock/world.yaml");
        if (parts[0].startsWith("./")) {
            assertThat(Path.of(parts[0])).exists();
        }
        assertThat(Files.readString(Path.of("Dockerfile"))).contains(" /data /data");
    }

    private static void kubectl(Deque<String> words) {
        switch (words.remove()) {
            case "apply" -> {
                assertThat(words.remove()).isEqualTo("-f");
                assertThat(Manifest.documents(Path.of(words.remove()))).isNotEmpty();
            }
            case "port-forward" -> {
                assertThat(words.remove())
                        .isEqualTo("service/"
                                + Manifest.KUBERNETES
                                        .service()
                                        .path("metadata")
                                        .path("name")
                                        .asString());
                assertThat(words.remove())
                        .endsWith(":"
                                + Manifest.KUBERNETES
                                        .service()
                                        .path("spec")
                                        .path("ports")
                                        .path(0)
                                        .path("port")
                                        .asString());
            }
            default -> fail("not known");
        }
    }

    private static boolean find(String file) {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.anyMatch(path -> path.endsWith(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A link to a page, or to a heading of one. */
    @Test
    void linksLeadSomewhere() {
        for (Path page : Pages.all()) {
            Matcher link = LINK.matcher(Pages.read(page));
            while (link.find()) {
                Path target = page.resolveSibling(link.group(1)).normalize();
                assertThat(target).as("%s in %s", link.group(), page).exists();
                if (link.group(2) != null) {
                    assertThat(headings(target))
                            .as("%s in %s", link.group(), page)
                            .contains(link.group(2));
                }
            }
        }
    }

    private static List<String> headings(Path page) {
        return Pages.read(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
