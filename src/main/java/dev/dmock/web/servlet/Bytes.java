package dev.dmock.web.servlet;

import java.nio.charset.StandardCharsets;

/** Texts of bytes, one char for each, as the request layer wants paths and queries. */
final class Bytes {

    private Bytes() {}

    static String of(String text) {
        return text.chars().allMatch(c -> c < 0x100)
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
