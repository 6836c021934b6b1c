package dev.dmock.space.wait;

/** Says that no further client can wait for something in a space now. */
public final class TooManyWaitingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyWaitingException(int most) {
        super("as many clients wait already as can at once: " + most, null, false, false);
    }
}
