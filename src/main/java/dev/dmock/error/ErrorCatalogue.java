package dev.dmock.error;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.go.GoFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * DM's catalogue of errors in one generation of the API: code, class, scope, level, message template and workaround
 * (facts of DM v5.3.0 and v8.1.0).
 */
public final class ErrorCatalogue {

    private static final String UNKNOWN = "not-set";

    private final Map<Integer, Entry> entries;

    private ErrorCatalogue(Map<Integer, Entry> entries) {
        this.entries = entries;
    }

    /** Returns the catalogue of a generation: {@code v5} or {@code v8}. */
    public static ErrorCatalogue load(String generation) {
        String resource = "/errors/" + generation + ".json";
        try (InputStream in = ErrorCatalogue.class.getResourceAsStream(resource)) {
            return new ErrorCatalogue(JsonMapper.shared().readValue(in, new TypeReference<Map<Integer, Entry>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Formats an error as {@code [code=46008:class=scheduler:…], Message: …, Workaround: …}. */
    public String text(DmError error) {
        List<?> arguments = error.arguments().stream()
                .map(a -> a instanceof DmError inner ? text(inner) : a)
                .toList();
        Entry entry = entries.getOrDefault(error.code(), new Entry(UNKNOWN, UNKNOWN, "high", "", ""));
        String template = error.template() != null ? error.template() : entry.message();
        String message = GoFormat.sprintf(template, arguments);
        if (error.code() == 0) {
            return message;
        }
        StringBuilder text = new StringBuilder("[code=")
                .append(error.code())
                .append(":class=")
                .append(error.errorClass() != null ? error.errorClass() : entry.errorClass())
                .append(":scope=")
                .append(error.scope() != null ? error.scope() : entry.scope())
                .append(":level=")
                .append(entry.level())
                .append("], Message: ");
        if (error.annotation() != null) {
            text.append(error.annotation()).append(": ");
        }
        text.append(message);
        if (error.cause() != null) {
            text.append(", RawCause: ").append(error.cause());
        }
        if (!entry.workaround().isEmpty()) {
            text.append(", Workaround: ").append(entry.workaround());
        }
        return text.toString();
    }

    /** Returns those of DM's codes that DMock uses. */
    public SortedSet<Integer> given() {
        SortedSet<Integer> codes = DmCode.given();
        codes.retainAll(entries.keySet());
        return codes;
    }

    /** Returns whether DM defines this code. */
    public boolean knows(int code) {
        return entries.containsKey(code);
    }

    private record Entry(
            @JsonProperty("class") String errorClass, String scope, String level, String message, String workaround) {}
}
