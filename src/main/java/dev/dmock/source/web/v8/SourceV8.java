package dev.dmock.source.web.v8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.RelayConfig;
import dev.dmock.source.Source;
import dev.dmock.source.web.PurgeView;
import dev.dmock.source.web.SecurityView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source as clients post it and as answers and the list show it.
 *
 * @param <S> the type of its TLS material: {@link SecurityView} as posted, {@link HiddenSecurityV8} in the list
 * @param <T> the type of its status: any JSON as posted
 * @param password always present in answers; null if it was not given
 * @param security always present in answers; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceV8<S, T>(
        @JsonProperty("source_name") @Nullable String name,
        @JsonProperty("host") @Nullable String host,
        @JsonProperty("port") long port,
        @JsonProperty("user") @Nullable String user,

        @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("password") @Nullable
        String password,

        @JsonProperty("enable_gtid") boolean enableGtid,
        @JsonProperty("enable") boolean enabled,
        @JsonProperty("flavor") @Nullable String flavor,
        @JsonProperty("purge") @Nullable PurgeView purge,
        @JsonProperty("relay_config") @Nullable RelayConfigV8 relay,

        @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("security") @Nullable
        S security,

        @JsonProperty("task_name_list") @Nullable List<String> tasks,
        @JsonProperty("status_list") @Nullable List<T> statusList) {

    private static final String HIDDEN = "******";

    /** The value of a missing source. */
    static final SourceV8<SecurityView, Object> ZERO =
            new SourceV8<>(null, null, 0, null, null, false, false, null, null, null, null, null, null);

    /** Converts a source for the list. */
    static <T> SourceV8<HiddenSecurityV8, T> listed(
            Source source, @Nullable List<String> tasks, @Nullable List<T> statusList) {
        return new SourceV8<>(
                source.name(),
                source.host(),
                source.port(),
                source.user(),
                HIDDEN,
                source.enableGtid(),
                source.enabled(),
                source.flavor(),
                PurgeView.of(source.purge()),
                RelayConfigV8.of(source.relay()),
                HiddenSecurityV8.of(source.security()),
                tasks,
                statusList);
    }

    /**
     * Converts a posted source.
     *
     * @param earlierPassword the password if none was posted
     */
    static Source toDomain(SourceV8<SecurityView, ?> posted, String earlierPassword) {
        return new Source(
                Objects.requireNonNullElse(posted.name, ""),
                Objects.requireNonNullElse(posted.host, ""),
                posted.port,
                Objects.requireNonNullElse(posted.user, ""),
                Objects.requireNonNullElse(posted.password, earlierPassword),
                posted.enableGtid,
                SecurityView.toDomain(posted.security),
                PurgeView.toDomain(posted.purge),
                filled(posted.flavor, Source.MYSQL),
                posted.enabled,
                posted.relay == null ? RelayConfig.DEFAULT : posted.relay.toDomain());
    }

    /** The relay settings; missing members are null, except {@code enable_relay}, which is absent. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RelayConfigV8(
            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("enable_relay") @Nullable
            Boolean enabled,

            @JsonProperty("relay_binlog_name") @Nullable String binlogName,
            @JsonProperty("relay_binlog_gtid") @Nullable String binlogGtid,
            @JsonProperty("relay_dir") @Nullable String dir) {

        static RelayConfigV8 of(RelayConfig relay) {
            return new RelayConfigV8(relay.enabled(), relay.binlogName(), relay.binlogGtid(), relay.dir());
        }

        RelayConfig toDomain() {
            return new RelayConfig(
                    Boolean.TRUE.equals(enabled),
                    Objects.requireNonNullElse(binlogName, ""),
                    Objects.requireNonNullElse(binlogGtid, ""),
                    filled(dir, RelayConfig.DEFAULT_DIR));
        }
    }

    /** Replaces a missing or empty text by the default. */
    private static String filled(@Nullable String text, String usual) {
        return text == null || text.isEmpty() ? usual : text;
    }
}
