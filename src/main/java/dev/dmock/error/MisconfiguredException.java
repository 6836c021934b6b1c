package dev.dmock.error;

import org.jspecify.annotations.Nullable;

/** Says in a sentence why the server cannot start as it is configured. */
public final class MisconfiguredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MisconfiguredException(String sentence) {
        this(sentence, null);
    }

    public MisconfiguredException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
