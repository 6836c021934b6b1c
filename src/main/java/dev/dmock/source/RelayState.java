package dev.dmock.source;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the relay of a source runs on one of the workers that pull it.
 *
 * @param since since when it is in its stage
 * @param pulled how far it has come; null before it has connected
 * @param failures how often in a row it failed
 * @param due when the task checker resumes it; null for never
 * @param oldest the first file that there is of it; null if nothing was pulled yet
 */
record RelayState(
        String source,
        String worker,
        Stage stage,
        Instant since,
        @Nullable ReadableBinlog pulled,
        int failures,
        @Nullable Instant due,
        @Nullable String oldest) {

    static final Kind<RelayState> KIND =
            new Kind<>("relay", RelayState.class, r -> Key.of(r.source, r.worker), RelayState::due);

    /** What a relay does. */
    enum Stage {
        /** It was told to pull while relays of the source stand still. */
        NEW("New"),
        RUNNING("Running"),
        /** It stands still, because somebody wanted it so or because it failed. */
        PAUSED("Paused");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        /** The name that the API uses. */
        String label() {
            return label;
        }
    }

    static RelayState fresh(String source, String worker, Instant since) {
        return new RelayState(source, worker, Stage.NEW, since, null, 0, null, null);
    }

    boolean running() {
        return stage == Stage.RUNNING;
    }

    RelayState in(Stage other, Instant at) {
        return new RelayState(source, worker, other, at, pulled, 0, null, oldest);
    }

    RelayState retriedAt(@Nullable Instant retryAt) {
        return new RelayState(source, worker, stage, since, pulled, failures, retryAt, oldest);
    }

    RelayState failed(Instant at, @Nullable Instant retryAt) {
        return new RelayState(source, worker, Stage.PAUSED, at, pulled, failures + 1, retryAt, oldest);
    }

    RelayState withPulled(ReadableBinlog other) {
        return new RelayState(source, worker, stage, since, other, failures, due, oldest);
    }

    RelayState withOldest(@Nullable String file) {
        return new RelayState(source, worker, stage, since, pulled, failures, due, file);
    }
}
