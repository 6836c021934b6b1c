package dev.dmock.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.CaseLibrary;
import dev.dmock.endurance.ReplicaRounds.Disturbance;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Three servers share a PostgreSQL, and each request goes to the next one: clients cannot tell that there are three, and
 * nothing is lost when one of them is killed, or sleeps.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ReplicaTests {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SHORT_MILLIS = 1000;
    /** Less than the time for which the database lets a server that sleeps hold up the others. */
    private static final int LONG_MILLIS = 2000;

    private static final int SAMPLED = 20;

    private final Replicas replicas = new Replicas();

    @AfterAll
    void stop() {
        replicas.close();
    }

    @TestFactory
    Stream<DynamicNode> someConversationsAreTheRecordedOnes() {
        return CaseLibrary.everyNth(SAMPLED, replicas.masters(), PATIENCE);
    }

    @TestFactory
    @Tag("nightly")
    Stream<DynamicNode> allConversationsAreTheRecordedOnes() {
        return CaseLibrary.everyNth(1, replicas.masters(), PATIENCE);
    }

    @Test
    void nothingIsLostWhenOneIsKilled() {
        survives("k", 1, SHORT_MILLIS, Disturbance.KILLED);
    }

    @Test
    @Tag("nightly")
    void nothingIsLostWhenOneAfterTheOtherIsKilled() {
        survives("kk", Integer.getInteger("dmock.rounds", 50), LONG_MILLIS, Disturbance.KILLED);
    }

    @Test
    void oneThatSleptDoesNotWriteOverTheOthers() {
        survives("s", 2, SHORT_MILLIS, Disturbance.ASLEEP);
    }

    @Test
    @Tag("nightly")
    void thoseThatSleptOftenDoNotWriteOverTheOthers() {
        survives("ss", Integer.getInteger("dmock.rounds", 50), LONG_MILLIS, Disturbance.ASLEEP);
    }

    private void survives(String name, int rounds, int longestMillis, Disturbance disturbance) {
        ReplicaRounds disturbing = new ReplicaRounds(replicas, name, System.nanoTime(), longestMillis);
        disturbing.run(rounds, disturbance);

        System.out.printf(
                "%d replicas %s, %d writes acknowledged, %d contradictions%n",
                rounds,
                disturbance,
                disturbing.acknowledged(),
                disturbing.findings().size());
        assertThat(disturbing.findings()).isEmpty();
        assertThat(disturbing.acknowledged()).isGreaterThan(rounds);
    }
}
