package dev.dmock.source.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.PurgePolicy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The purge settings; missing members are null. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PurgeView(
        @JsonProperty("interval") @Nullable Long interval,
        @JsonProperty("expires") @Nullable Long expires,
        @JsonProperty("remain_space") @Nullable Long remainSpace) {

    public static PurgeView of(PurgePolicy purge) {
        return new PurgeView(purge.interval(), purge.expires(), purge.remainSpace());
    }

    /** Converts posted settings; missing members get their defaults. */
    public static PurgePolicy toDomain(@Nullable PurgeView posted) {
        return posted == null
                ? PurgePolicy.DEFAULT
                : new PurgePolicy(
                        Objects.requireNonNullElse(posted.interval, PurgePolicy.DEFAULT.interval()),
                        Objects.requireNonNullElse(posted.expires, PurgePolicy.DEFAULT.expires()),
                        Objects.requireNonNullElse(posted.remainSpace, PurgePolicy.DEFAULT.remainSpace()));
    }
}
