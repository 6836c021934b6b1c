package dev.dmock.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code security} object: PEM texts, and the common names that are accepted from the server. */
public record TlsMaterial(
        String caContent,
        String certContent,
        String keyContent,
        @Nullable List<String> allowedNames) {

    /** Whether there is nothing in it that could be used. */
    public boolean isEmpty() {
        return caContent.isEmpty() && certContent.isEmpty() && keyContent.isEmpty();
    }
}
