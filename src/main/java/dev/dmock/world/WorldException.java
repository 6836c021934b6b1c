package dev.dmock.world;

/** Says that a world document or an event is not one: nothing of it takes effect. */
public final class WorldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String sentence;

    public WorldException(String path, String sentence) {
        super(path.isEmpty() ? sentence : path + ": " + sentence, null, false, false);
        this.path = path;
        this.sentence = sentence;
    }

    /** The field that is wrong, such as {@code upstreams[0].address}; "" for the whole document. */
    public String path() {
        return path;
    }

    /** What is wrong with it. */
    public String sentence() {
        return sentence;
    }
}
