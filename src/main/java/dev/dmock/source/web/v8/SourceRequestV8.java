package dev.dmock.source.web.v8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.web.SecurityView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST and PUT of sources. A missing body has zero values, as in the real server.
 *
 * @param worker the worker that receives a new source; null for any
 */
record SourceRequestV8(
        @JsonProperty("source") @Nullable SourceV8<SecurityView, Object> source,
        @JsonProperty("worker_name") @Nullable String worker) {

    /** The value of a missing body. */
    static final SourceRequestV8 EMPTY = new SourceRequestV8(null, null);

    /** Returns the source, or zero values if it is missing. */
    SourceV8<SecurityView, Object> sourceOrZero() {
        return Objects.requireNonNullElse(source, SourceV8.ZERO);
    }
}
