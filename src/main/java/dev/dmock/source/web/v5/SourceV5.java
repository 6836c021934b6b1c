package dev.dmock.source.web.v5;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.RelayConfig;
import dev.dmock.source.Source;
import dev.dmock.source.TlsMaterial;
import dev.dmock.source.web.PurgeView;
import dev.dmock.source.web.SecurityView;
import dev.dmock.source.web.SourceStatusView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source as clients post it and as answers and the list show it.
 *
 * @param security always present in answers; null for none
 * @param purge present in answers only if given, then with all members; always present in the list
 * @param statusList as posted, or the status if it is requested
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceV5(
        @JsonProperty("source_name") String name,
        @JsonProperty("host") String host,
        @JsonProperty("port") long port,
        @JsonProperty("user") String user,
        @JsonProperty("password") String password,
        @JsonProperty("enable_gtid") boolean enableGtid,

        @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("security") @Nullable
        SecurityView security,

        @JsonProperty("purge") @Nullable PurgeView purge,
        @JsonProperty("status_list") @Nullable List<SourceStatusView> statusList) {

    private static final String HIDDEN = "******";

    @SuppressWarnings("ConstantValue") // members may be missing if the body was not validated
    SourceV5 {
        name = Objects.requireNonNullElse(name, "");
        host = Objects.requireNonNullElse(host, "");
        user = Objects.requireNonNullElse(user, "");
        password = Objects.requireNonNullElse(password, "");
    }

    /** The value of a missing body. */
    static final SourceV5 EMPTY = new SourceV5("", "", 0, "", "", false, null, null, null);

    /** Converts a source for the list. */
    static SourceV5 listed(Source source, @Nullable List<SourceStatusView> statusList) {
        TlsMaterial tls = source.security();
        return new SourceV5(
                source.name(),
                source.host(),
                source.port(),
                source.user(),
                HIDDEN,
                source.enableGtid(),
                tls == null || tls.isEmpty() ? null : new SecurityView("", "", "", tls.allowedNames()),
                PurgeView.of(source.purge()),
                statusList);
    }

    SourceV5 withStatus(List<SourceStatusView> status) {
        return new SourceV5(name, host, port, user, password, enableGtid, security, purge, status);
    }

    Source toDomain() {
        return new Source(
                name,
                host,
                port,
                user,
                password,
                enableGtid,
                SecurityView.toDomain(security),
                PurgeView.toDomain(purge),
                Source.MYSQL,
                true,
                RelayConfig.DEFAULT);
    }
}
