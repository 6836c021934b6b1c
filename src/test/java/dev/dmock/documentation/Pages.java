package dev.dmock.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages that tell people what to do. */
final class Pages {

    private Pages() {}

    static List<Path> all() {
        return Stream.concat(Stream.of(Path.of("README.md"), Path.of("examples", "README.md")), files("docs").stream())
                .filter(page -> page.toString().endsWith(".md"))
                .toList();
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
