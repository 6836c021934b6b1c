package dev.dmock.source;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.version.Trait;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that DM-master applies to a {@code security} object before it connects. Verified against v5.3.0 and v8.1.0.
 */
public final class TlsChecks {

    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";
    private static final String ANY_PEM = "-----BEGIN ";
    private static final String KEY = "PRIVATE KEY-----";

    private TlsChecks() {}

    /** Returns whether connections use TLS: v8 uses it if any material is given, v5 always. */
    public static boolean wanted(Draft draft, @Nullable TlsMaterial tls) {
        return tls != null && !(tls.isEmpty() && draft.has(Trait.EMPTY_PEM_ACCEPTED));
    }

    /**
     * Rejects invalid TLS material.
     *
     * @throws dev.dmock.error.DmException 11112
     */
    public static void check(Draft draft, @Nullable TlsMaterial tls) {
        if (tls == null || !wanted(draft, tls)) {
            return;
        }
        Optional<String> problem = draft.has(Trait.SQL_STATES) ? problemV8(tls) : problemV5(tls);
        problem.ifPresent(cause -> {
            throw DmError.of(DmCode.CONN_INVALID_TLS_CONFIG).causedBy(cause).asException();
        });
    }

    /** v5 requires a certificate, a key and a CA. */
    private static Optional<String> problemV5(TlsMaterial tls) {
        boolean complete = Stream.of(tls.certContent(), tls.keyContent(), tls.caContent())
                .allMatch(text -> text.contains(ANY_PEM));
        return complete ? Optional.empty() : Optional.of("failed to generate cert");
    }

    /** v8 ignores half a key pair and validates a complete one first. */
    private static Optional<String> problemV8(TlsMaterial tls) {
        boolean pair = !tls.certContent().isEmpty() && !tls.keyContent().isEmpty();
        return (pair ? pairProblem(tls) : Optional.<String>empty())
                .map(problem -> "could not load client key pair: tls: " + problem)
                .or(() -> tls.caContent().isEmpty() || tls.caContent().contains(CERTIFICATE)
                        ? Optional.empty()
                        : Optional.of("failed to append ca certs"));
    }

    /** Returns Go's error for a key pair. */
    private static Optional<String> pairProblem(TlsMaterial tls) {
        String certificate = tls.certContent();
        String key = tls.keyContent();
        if (!certificate.contains(CERTIFICATE)) {
            return Optional.of(
                    certificate.contains(KEY)
                            ? "failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs"
                                    + " may have been switched"
                            : "failed to find any PEM data in certificate input");
        }
        if (!key.contains(KEY)) {
            return Optional.of(
                    key.contains(CERTIFICATE)
                            ? "found a certificate rather than a key in the PEM for the private key"
                            : "failed to find any PEM data in key input");
        }
        return Optional.empty();
    }
}
