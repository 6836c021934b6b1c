package dev.dmock.source;

import dev.dmock.error.DmError;
import dev.dmock.space.Draft;
import dev.dmock.space.Trait;
import org.jspecify.annotations.Nullable;

/** What DM-master looks at in a {@code security} object before it connects. Verified against v5.3.0 and v8.1.0. */
public final class TlsChecks {

    private static final String PEM = "-----BEGIN ";

    private TlsChecks() {}

    /**
     * Refuses material that cannot be used.
     *
     * @throws dev.dmock.error.DmException 11112
     */
    public static void check(Draft draft, @Nullable Tls tls) {
        if (tls == null || (tls.isEmpty() && Trait.EMPTY_PEM_ACCEPTED.in(draft))) {
            return;
        }
        boolean keyPair = tls.certContent().contains(PEM) && tls.keyContent().contains(PEM);
        if (keyPair && tls.caContent().contains(PEM)) {
            return;
        }
        String cause = Trait.SQL_STATES.in(draft)
                ? "could not load client key pair: tls: failed to find any PEM data in certificate input"
                : "failed to generate cert";
        throw DmError.of(11112).causedBy(cause).asException();
    }
}
