package dev.dmock.web.json;

import dev.dmock.go.GoJsonWriter;
import dev.dmock.go.Json;
import dev.dmock.version.Generation;

/** The JSON format of a generation's responses. */
public enum JsonShape {

    /** Compact, with a line feed at the end (v5.3.0, echo). */
    ECHO("application/json; charset=UTF-8") {
        @Override
        public String write(Json value) {
            return GoJsonWriter.compact(value) + "\n";
        }
    },

    /** Indented by four spaces, without a line feed at the end (v8.1.0, gin). */
    GIN("application/json; charset=utf-8") {
        @Override
        public String write(Json value) {
            return GoJsonWriter.indented(value, "    ");
        }
    };

    private final String contentType;

    JsonShape(String contentType) {
        this.contentType = contentType;
    }

    public static JsonShape of(Generation generation) {
        return switch (generation) {
            case V5 -> ECHO;
            case V8 -> GIN;
        };
    }

    public String contentType() {
        return contentType;
    }

    public abstract String write(Json value);
}
