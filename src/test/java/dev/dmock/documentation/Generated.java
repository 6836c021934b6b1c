package dev.dmock.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page that follows from the program, between two comments. {@code -Ddmock.documentation.write=true} writes it
 * anew instead of comparing.
 */
public final class Generated {

    private static final String BEGIN = "<!-- begin: made by %s -->\n";
    private static final String END = "<!-- end -->\n";

    private Generated() {}

    public static void isIn(Path page, Class<?> maker, String part) {
        String begin = BEGIN.formatted(maker.getSimpleName());
        String text = read(page);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(END, from);
        assertThat(text).contains(begin);
        assertThat(to).as(END).isPositive();
        if (Boolean.getBoolean("dmock.documentation.write")) {
            write(page, text.substring(0, from) + part + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as("%s; run this test with -Ddmock.documentation.write=true to write it anew", page)
                .isEqualTo(part);
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path page, String text) {
        try {
            Files.writeString(page, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
