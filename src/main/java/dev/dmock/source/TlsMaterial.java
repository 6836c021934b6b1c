package dev.dmock.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code security} object: PEM texts, and the server's accepted common names. */
public record TlsMaterial(
        String caContent,
        String certContent,
        String keyContent,
        @Nullable List<String> allowedNames) {

    /** Returns whether it contains no usable material. */
    public boolean isEmpty() {
        return caContent.isEmpty() && certContent.isEmpty() && keyContent.isEmpty();
    }
}
