package dev.dmock.source;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The relay log that is left on a worker whose relay was stopped: a relay of the same server that starts in the same
 * directory goes on with it, one of another server removes it.
 *
 * @param server the UUID of the server that it was pulled from
 * @param dir the directory in the settings of the source
 * @param oldest the first file that there is of it; null if nothing was pulled
 */
record RelayFiles(
        String source,
        String worker,
        String server,
        String dir,
        ReadableBinlog pulled,
        @Nullable String oldest) {

    static final Kind<RelayFiles> KIND = Kind.of("relayFiles", RelayFiles.class, f -> Key.of(f.worker));

    /** Whether a relay can go on with them. */
    boolean fits(Source wanted, String serverNow) {
        return source.equals(wanted.name())
                && server.equals(serverNow)
                && dir.equals(wanted.relay().dir());
    }
}
