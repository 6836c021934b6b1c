package dev.dmock.source;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The relay log that stays on a worker after its relay was stopped. A new relay of the same server in the same
 * directory continues it; a relay of another server removes it.
 *
 * @param server the UUID of the server that the log was pulled from
 * @param dir the directory in the settings of the source
 * @param oldest the first available file; null if nothing was pulled
 */
record RelayFiles(
        String source,
        String worker,
        String server,
        String dir,
        ReadableBinlog pulled,
        @Nullable String oldest) {

    static final Kind<RelayFiles> KIND = Kind.of("relayFiles", RelayFiles.class, f -> Key.of(f.worker));

    /** Returns whether a relay can continue the files. */
    boolean fits(Source wanted, String serverNow) {
        return source.equals(wanted.name())
                && server.equals(serverNow)
                && dir.equals(wanted.relay().dir());
    }
}
