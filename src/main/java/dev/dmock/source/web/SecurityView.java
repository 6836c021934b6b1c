package dev.dmock.source.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.TlsMaterial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TLS material as PEM, as clients post it and as answers show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SecurityView(
        @JsonProperty("ssl_ca_content") String caContent,
        @JsonProperty("ssl_cert_content") String certContent,
        @JsonProperty("ssl_key_content") String keyContent,
        @JsonProperty("cert_allowed_cn") @Nullable List<String> allowedNames) {

    /** Converts posted material; null stays null. */
    public static @Nullable TlsMaterial toDomain(@Nullable SecurityView posted) {
        return posted == null
                ? null
                : new TlsMaterial(posted.caContent, posted.certContent, posted.keyContent, posted.allowedNames);
    }
}
