package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.TlsMaterial;
import dev.dmock.task.config.TargetDatabase;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code target_config}. The password is shown in clear; {@code security} is always there. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TargetV8(
        @JsonProperty("host") @Nullable String host,
        @JsonProperty("password") @Nullable String password,
        @JsonProperty("port") @Nullable Long port,
        @JsonProperty("security") @Nullable Security security,
        @JsonProperty("user") @Nullable String user) {

    private static final TargetV8 ZERO = new TargetV8(null, null, null, null, null);

    static TargetV8 of(TargetDatabase target) {
        return new TargetV8(
                target.host(), target.password(), target.port(), Security.of(target.security()), target.user());
    }

    static TargetDatabase toDomain(@Nullable TargetV8 given) {
        TargetV8 target = Objects.requireNonNullElse(given, ZERO);
        return new TargetDatabase(
                Zero.text(target.host),
                Objects.requireNonNullElse(target.port, 0L),
                Zero.text(target.user),
                Zero.text(target.password),
                target.security == null ? null : target.security.toDomain());
    }

    /** TLS material as PEM. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Security(
            @JsonProperty("cert_allowed_cn") @Nullable List<@Nullable String> allowedNames,
            @JsonProperty("ssl_ca_content") @Nullable String caContent,
            @JsonProperty("ssl_cert_content") @Nullable String certContent,
            @JsonProperty("ssl_key_content") @Nullable String keyContent) {

        static @Nullable Security of(@Nullable TlsMaterial tls) {
            return tls == null
                    ? null
                    : new Security(
                            Zero.widen(tls.allowedNames()), tls.caContent(), tls.certContent(), tls.keyContent());
        }

        TlsMaterial toDomain() {
            return new TlsMaterial(
                    Zero.text(caContent), Zero.text(certContent), Zero.text(keyContent), Zero.texts(allowedNames));
        }
    }
}
