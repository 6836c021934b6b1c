package dev.dmock.source.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.Purge;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When relay log is removed; members that were not given are null. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PurgeView(
        @JsonProperty("interval") @Nullable Long interval,
        @JsonProperty("expires") @Nullable Long expires,
        @JsonProperty("remain_space") @Nullable Long remainSpace) {

    public static PurgeView of(Purge purge) {
        return new PurgeView(purge.interval(), purge.expires(), purge.remainSpace());
    }

    /** What posted settings mean; those that were not given are as usual. */
    public static Purge toDomain(@Nullable PurgeView posted) {
        return posted == null
                ? Purge.DEFAULT
                : new Purge(
                        Objects.requireNonNullElse(posted.interval, Purge.DEFAULT.interval()),
                        Objects.requireNonNullElse(posted.expires, Purge.DEFAULT.expires()),
                        Objects.requireNonNullElse(posted.remainSpace, Purge.DEFAULT.remainSpace()));
    }
}
