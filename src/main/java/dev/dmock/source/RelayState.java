package dev.dmock.source;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a source's relay on one worker.
 *
 * @param since when the current stage began
 * @param pulled the pulled part of the binlog; null before the first connection
 * @param failures the number of consecutive failures
 * @param due when the task checker resumes the relay; null for never
 * @param oldest the first available file; null if nothing was pulled
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

    /** The stage of a relay. */
    enum Stage {
        /** The relay was created while the relays of the source are paused. */
        NEW("New"),
        RUNNING("Running"),
        /** The relay was paused by a user or by a failure. */
        PAUSED("Paused");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        /** Returns the name that the API uses. */
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
