package dev.dmock.source;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source's relay runs, for all workers that pull it.
 *
 * @param paused whether it stands still, because somebody wanted it so or because it failed
 * @param since since when
 * @param heldAt where it stood then; empty while it runs
 * @param failures how often in a row it failed
 * @param due when the task checker resumes it; null for never
 */
record RelayRun(
        String source,
        boolean paused,
        Instant since,
        String heldAt,
        int failures,
        @Nullable Instant due) {

    static final Kind<RelayRun> KIND = new Kind<>("relay", RelayRun.class, r -> Key.of(r.source), RelayRun::due);

    static RelayRun running(String source, Instant since) {
        return new RelayRun(source, false, since, "", 0, null);
    }

    static RelayRun held(String source, Instant since, String position) {
        return new RelayRun(source, true, since, position, 0, null);
    }

    RelayRun failed(Instant at, String position, @Nullable Instant retryAt) {
        return new RelayRun(source, true, at, position, failures + 1, retryAt);
    }
}
