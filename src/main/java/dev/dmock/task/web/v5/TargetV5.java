package dev.dmock.task.web.v5;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.TlsMaterial;
import dev.dmock.task.config.TargetDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code target_config}. The password is shown in clear; {@code security} is always there. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TargetV5(
        @JsonProperty("host") String host,
        @JsonProperty("password") String password,
        @JsonProperty("port") long port,
        @JsonProperty("security") @Nullable Security security,
        @JsonProperty("user") String user) {

    static final TargetV5 ZERO = new TargetV5("", "", 0, null, "");

    static TargetV5 of(TargetDatabase target) {
        return new TargetV5(
                target.host(), target.password(), target.port(), Security.of(target.security()), target.user());
    }

    /** The list never shows what TLS material there is. */
    static TargetV5 listed(TargetDatabase target) {
        return new TargetV5(target.host(), target.password(), target.port(), null, target.user());
    }

    TargetDatabase toDomain() {
        return new TargetDatabase(host, port, user, password, security == null ? null : security.toDomain());
    }

    /** TLS material as PEM. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Security(
            @JsonProperty("cert_allowed_cn") @Nullable List<String> allowedNames,
            @JsonProperty("ssl_ca_content") String caContent,
            @JsonProperty("ssl_cert_content") String certContent,
            @JsonProperty("ssl_key_content") String keyContent) {

        static @Nullable Security of(@Nullable TlsMaterial tls) {
            return tls == null
                    ? null
                    : new Security(tls.allowedNames(), tls.caContent(), tls.certContent(), tls.keyContent());
        }

        TlsMaterial toDomain() {
            return new TlsMaterial(caContent, certContent, keyContent, allowedNames);
        }
    }
}
