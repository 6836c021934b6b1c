package dev.dmock.error;

import org.jspecify.annotations.Nullable;

/** Reports in one sentence which configuration error prevents the server's start. */
public final class MisconfiguredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MisconfiguredException(String sentence) {
        this(sentence, null);
    }

    public MisconfiguredException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
