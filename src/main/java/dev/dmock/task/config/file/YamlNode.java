package dev.dmock.task.config.file;

import java.util.List;

/** A part of a YAML text. */
sealed interface YamlNode {

    /** Where it begins, counted from 1. */
    int line();

    /**
     * A value.
     *
     * @param tag in its short form, {@code !!int}; empty if there is none
     * @param plain whether it is neither quoted nor tagged, so that its text says of what type it is
     */
    record Scalar(int line, String tag, String value, boolean plain) implements YamlNode {

        boolean merges() {
            return value.equals("<<") && (plain || tag.equals("!!merge"));
        }

        /** Whether there is nothing, so that nothing is made to hold it. */
        boolean isNothing() {
            return tag.equals("!!null") || plain && (value.equals("null") || value.equals("~") || value.isEmpty());
        }
    }

    record Sequence(int line, List<YamlNode> elements) implements YamlNode {}

    record Mapping(int line, List<Entry> entries) implements YamlNode {}

    /** Another mention of a part; the list of what it stands for grows while it is still being read. */
    record Alias(int line, String anchor, YamlNode target) implements YamlNode {}

    /** A key with its value. */
    record Entry(YamlNode key, YamlNode value) {}
}
