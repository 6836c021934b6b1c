package dev.dmock.web.openapi;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Names of the document as the real server's generated Go code spells them. */
final class GoNames {

    private GoNames() {}

    static String pascalOrEmpty(String name) {
        return name.isEmpty() ? "" : pascal(name);
    }

    /** {@code task_mode} as {@code TaskMode}. */
    static String pascal(String name) {
        return Arrays.stream(name.split("[_-]"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
