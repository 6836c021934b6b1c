package dev.dmock.web.servlet;

import dev.dmock.space.Generation;
import dev.dmock.web.json.GoJsonWriter;
import dev.dmock.web.json.Json;

/** How a generation writes the JSON of its answers. */
enum JsonShape {

    /** Without white space but for a line feed at the end (v5.3.0, echo). */
    ECHO("application/json; charset=UTF-8") {
        @Override
        String write(Json value) {
            return GoJsonWriter.compact(value) + "\n";
        }
    },

    /** Indented by four blanks, without a line feed at the end (v8.1.0, gin). */
    GIN("application/json; charset=utf-8") {
        @Override
        String write(Json value) {
            return GoJsonWriter.indented(value, "    ");
        }
    };

    private final String contentType;

    JsonShape(String contentType) {
        this.contentType = contentType;
    }

    static JsonShape of(Generation generation) {
        return switch (generation) {
            case V5 -> ECHO;
            case V8 -> GIN;
        };
    }

    String contentType() {
        return contentType;
    }

    abstract String write(Json value);
}
