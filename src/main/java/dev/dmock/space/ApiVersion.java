package dev.dmock.space;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The versions of DM-master's OpenAPI that can be emulated; the world's field {@code api} names one. */
public enum ApiVersion {
    /** The documentation page wherever it says something that can be checked; else as {@link #V5_3}. */
    DOCS("docs", Generation.V5),
    /** DM-master v5.3.0 as it really answers. */
    V5_3("v5.3", Generation.V5),
    /** DM-master v8.1.0 as it really answers. */
    V8_1("v8.1", Generation.V8),
    /** The handlers of v8.1 behind v8.5.7's request layer. */
    V8_5("v8.5", Generation.V8);

    private final String label;
    private final Generation generation;

    ApiVersion(String label, Generation generation) {
        this.label = label;
        this.generation = generation;
    }

    @JsonValue
    public String label() {
        return label;
    }

    public Generation generation() {
        return generation;
    }

    public static Optional<ApiVersion> ofLabel(String label) {
        return Arrays.stream(values()).filter(v -> v.label.equals(label)).findFirst();
    }
}
