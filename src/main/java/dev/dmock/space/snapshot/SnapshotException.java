package dev.dmock.space.snapshot;

/** Reports that a document is not a snapshot that DMock can restore. */
public final class SnapshotException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String sentence;

    SnapshotException(String path, String sentence) {
        super(path.isEmpty() ? sentence : path + ": " + sentence, null, false, false);
        this.path = path;
        this.sentence = sentence;
    }

    /** The field that is wrong, such as {@code facts.source[0].host}; "" for the whole document. */
    public String path() {
        return path;
    }

    public String sentence() {
        return sentence;
    }
}
