package dev.dmock.task.option;

import java.nio.charset.StandardCharsets;

/** Texts inside the complaints of Go's time package. */
final class GoText {

    private GoText() {}

    /** The text in quotes, with what is not plain ASCII as bytes. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b < ' ') {
                quoted.append(String.format("\\x%02x", b));
            } else {
                quoted.append(b == '"' || b == '\\' ? "\\" : "").append((char) b);
            }
        }
        return quoted.append('"').toString();
    }
}
