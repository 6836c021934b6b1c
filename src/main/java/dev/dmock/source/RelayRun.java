package dev.dmock.source;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import java.time.Instant;

/**
 * What a source's relay is meant to do, for all workers that pull it.
 *
 * @param paused whether it is meant to stand still
 * @param since when that was decided
 * @param heldAt where it stood then; empty while it runs
 */
record RelayRun(String source, boolean paused, Instant since, String heldAt) {

    static final Kind<RelayRun> KIND = Kind.of("relay", RelayRun.class, r -> Key.of(r.source));

    static RelayRun running(String source, Instant since) {
        return new RelayRun(source, false, since, "");
    }
}
