package dev.dmock.web.wrapper;

/** A request whose body was received completely. */
public interface CompleteRequest {

    /** Returns whether the body exceeds the limit of its path; it is truncated then. */
    boolean isTooLarge();

    /** Returns whether the body is a snapshot, which has a higher limit. */
    boolean isSnapshot();
}
