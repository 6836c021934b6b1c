package dev.dmock.task.config.file;

/** Says that a text is not what DM reads as a configuration file; the message is what its YAML package says. */
final class YamlProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    YamlProblem(String message) {
        super(message, null, false, false);
    }
}
