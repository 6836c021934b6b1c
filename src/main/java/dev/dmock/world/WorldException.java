package dev.dmock.world;

/** Rejects an invalid world document or event; nothing of it takes effect. */
public final class WorldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String sentence;

    public WorldException(String path, String sentence) {
        super(path.isEmpty() ? sentence : path + ": " + sentence, null, false, false);
        this.path = path;
        this.sentence = sentence;
    }

    /** Returns the invalid field, such as {@code upstreams[0].address}; "" for the whole document. */
    public String path() {
        return path;
    }

    /** Returns the description of the error. */
    public String sentence() {
        return sentence;
    }
}
