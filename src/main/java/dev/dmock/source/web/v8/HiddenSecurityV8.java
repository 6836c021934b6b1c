package dev.dmock.source.web.v8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.TlsMaterial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TLS material in lists, which show only the accepted common names. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record HiddenSecurityV8(
        @JsonProperty("ssl_ca_content") String caContent,
        @JsonProperty("ssl_cert_content") String certContent,
        @JsonProperty("ssl_key_content") String keyContent,
        @JsonProperty("cert_allowed_cn") @Nullable List<String> allowedNames) {

    static @Nullable HiddenSecurityV8 of(@Nullable TlsMaterial tls) {
        return tls == null ? null : new HiddenSecurityV8("", "", "", tls.allowedNames());
    }
}
