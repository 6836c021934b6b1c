package dev.dmock.source.web.v5;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.Purge;
import dev.dmock.source.RelayConfig;
import dev.dmock.source.Source;
import dev.dmock.source.Tls;
import dev.dmock.source.web.SourceStatusView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is posted, echoed and listed.
 *
 * @param security always there in answers, null for none
 * @param purge only there if given, all members then; always in the list
 * @param statusList as posted, or the status where it is asked for
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
        SecurityV5 security,

        @JsonProperty("purge") @Nullable PurgeV5 purge,
        @JsonProperty("status_list") @Nullable List<SourceStatusView> statusList) {

    private static final String HIDDEN = "******";

    @SuppressWarnings("ConstantValue") // members may be missing where nothing has checked the body
    SourceV5 {
        name = Objects.requireNonNullElse(name, "");
        host = Objects.requireNonNullElse(host, "");
        user = Objects.requireNonNullElse(user, "");
        password = Objects.requireNonNullElse(password, "");
    }

    /** What a missing body means. */
    static final SourceV5 EMPTY = new SourceV5("", "", 0, "", "", false, null, null, null);

    /** A source as the list shows it. */
    static SourceV5 listed(Source source, @Nullable List<SourceStatusView> statusList) {
        Tls tls = source.security();
        return new SourceV5(
                source.name(),
                source.host(),
                source.port(),
                source.user(),
                HIDDEN,
                source.enableGtid(),
                tls == null || tls.isEmpty() ? null : new SecurityV5("", "", "", tls.allowedNames()),
                PurgeV5.of(source.purge()),
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
                security == null ? null : security.toDomain(),
                purge == null ? Purge.DEFAULT : purge.toDomain(),
                Source.MYSQL,
                true,
                RelayConfig.DEFAULT);
    }

    /** TLS material as PEM. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SecurityV5(
            @JsonProperty("ssl_ca_content") String caContent,
            @JsonProperty("ssl_cert_content") String certContent,
            @JsonProperty("ssl_key_content") String keyContent,
            @JsonProperty("cert_allowed_cn") @Nullable List<String> allowedNames) {

        Tls toDomain() {
            return new Tls(caContent, certContent, keyContent, allowedNames);
        }
    }

    /** When relay log is removed; members that were not given are null. */
    record PurgeV5(
            @JsonProperty("interval") @Nullable Long interval,
            @JsonProperty("expires") @Nullable Long expires,
            @JsonProperty("remain_space") @Nullable Long remainSpace) {

        static PurgeV5 of(Purge purge) {
            return new PurgeV5(purge.interval(), purge.expires(), purge.remainSpace());
        }

        Purge toDomain() {
            return new Purge(
                    Objects.requireNonNullElse(interval, Purge.DEFAULT.interval()),
                    Objects.requireNonNullElse(expires, Purge.DEFAULT.expires()),
                    Objects.requireNonNullElse(remainSpace, Purge.DEFAULT.remainSpace()));
        }
    }
}
