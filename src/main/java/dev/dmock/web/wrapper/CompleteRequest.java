package dev.dmock.web.wrapper;

/** A request whose whole body is there. */
public interface CompleteRequest {

    /** Whether the body is larger than any operation takes at this path; then only its beginning is there. */
    boolean isTooLarge();

    /** Whether the body is the document of a snapshot, which may be larger than any other. */
    boolean isSnapshot();
}
