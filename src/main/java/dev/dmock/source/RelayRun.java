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
 * @param held how far it has come; null while it runs
 * @param failures how often in a row it failed
 * @param due when the task checker resumes it; null for never
 * @param oldest the first file that there is of it; null if nothing was pulled yet
 */
record RelayRun(
        String source,
        boolean paused,
        Instant since,
        @Nullable Pulled held,
        int failures,
        @Nullable Instant due,
        @Nullable String oldest) {

    static final Kind<RelayRun> KIND = new Kind<>("relay", RelayRun.class, r -> Key.of(r.source), RelayRun::due);

    static RelayRun running(String source, Instant since) {
        return new RelayRun(source, false, since, null, 0, null, null);
    }

    static RelayRun held(String source, Instant since, Pulled pulled) {
        return new RelayRun(source, true, since, pulled, 0, null, null);
    }

    RelayRun retriedAt(@Nullable Instant retryAt) {
        return new RelayRun(source, paused, since, held, failures, retryAt, oldest);
    }

    RelayRun failed(Instant at, Pulled pulled, @Nullable Instant retryAt) {
        return new RelayRun(source, true, at, pulled, failures + 1, retryAt, oldest);
    }

    RelayRun withOldest(@Nullable String file) {
        return new RelayRun(source, paused, since, held, failures, due, file);
    }
}
