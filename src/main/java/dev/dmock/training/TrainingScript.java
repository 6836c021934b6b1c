package dev.dmock.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Requests in the order in which to send them, read from a file: each begins with its verb, its path and, where it is not of the
 * 200s, the status of the answer; lines of JSON can follow; an empty line ends it.
 */
record TrainingScript(List<Step> steps) {

    /** Stands for any 2xx status. */
    private static final int ANY_SUCCESS = 200;

    /** One request, and what it should be answered with. */
    record Step(
            String method,
            String path,
            int status,
            @Nullable String json) {

        static Step read(String text) {
            String[] lines = text.split("\n", 2);
            String[] words = lines[0].strip().split(" ");
            int status = words.length > 2 ? Integer.parseInt(words[2]) : ANY_SUCCESS;
            return new Step(words[0], words[1], status, lines.length > 1 ? lines[1].strip() : null);
        }

        boolean isAnsweredBy(int answered) {
            return status == ANY_SUCCESS ? answered / 100 == 2 : answered == status;
        }
    }

    /** @param name that of a file in {@code training} on the class path */
    static TrainingScript load(String name) {
        try (InputStream file = TrainingScript.class.getResourceAsStream("/training/" + name)) {
            return read(new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }

    static TrainingScript read(String text) {
        return new TrainingScript(
                Arrays.stream(text.strip().split("\n\\s*\n")).map(Step::read).toList());
    }
}
