package dev.dmock.web.openapi;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Converts names of the document to those of the real server's generated Go code. */
final class GoNames {

    private GoNames() {}

    static String pascalOrEmpty(String name) {
        return name.isEmpty() ? "" : pascal(name);
    }

    /** Converts {@code task_mode} to {@code TaskMode}. */
    static String pascal(String name) {
        return Arrays.stream(name.split("[_-]"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
