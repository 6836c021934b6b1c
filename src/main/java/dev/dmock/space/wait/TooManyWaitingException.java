package dev.dmock.space.wait;

/** Reports that the maximum number of concurrent waits is reached. */
public final class TooManyWaitingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyWaitingException(int most) {
        super("as many clients wait already as can at once: " + most, null, false, false);
    }
}
