package dev.dmock.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.error.DmException;
import dev.dmock.space.Drafts;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Pace;
import dev.dmock.version.ApiVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchedulerTests {

    /** Sources as a list, and what scheduling tells of them. */
    private static final class Roster implements SourceRegistry {

        final List<String> sources = new ArrayList<>();
        final List<String> told = new ArrayList<>();
        Optional<String> loading = Optional.empty();

        @Override
        public List<String> sources(Draft draft) {
            return sources;
        }

        @Override
        public Optional<String> loadingWorker(Draft draft, String source) {
            return loading;
        }

        @Override
        public void bound(Draft draft, String source, String worker) {
            told.add(source + " to " + worker);
        }

        @Override
        public void registered(Draft draft, Worker worker) {}

        @Override
        public void removed(Draft draft, Worker worker) {}

        @Override
        public void unbound(Draft draft, String source) {
            told.add(source + " to nobody");
        }
    }

    private final Roster roster = new Roster();
    private final Scheduler scheduler = new Scheduler(roster);
    private final ClusterService cluster = new ClusterService(scheduler);
    private final Draft draft = Drafts.empty(ApiVersion.V5_3, Pace.INSTANT);

    @BeforeEach
    void found() {
        cluster.found(draft, 3, 3, "master1");
    }

    private String add(String source) {
        roster.sources.add(source);
        scheduler.bindSource(draft, source);
        return holder(source);
    }

    private String holder(String source) {
        return scheduler.workerOf(draft, source).map(Worker::name).orElse("nobody");
    }

    private Worker.Stage stage(String worker) {
        return draft.get(Worker.KIND, worker).stage();
    }

    @Test
    void eachSourceGetsAWorkerOfItsOwnWhileThereAreAny() {
        assertThat(List.of(add("a"), add("b"), add("c"))).containsExactlyInAnyOrder("worker1", "worker2", "worker3");
        assertThat(add("d")).isEqualTo("nobody");
    }

    @Test
    void aSourceMovesWhenItsWorkerIsLost() {
        String first = add("a");
        cluster.stopWorker(draft, first);

        assertThat(holder("a")).isNotEqualTo(first).isNotEqualTo("nobody");
        assertThat(stage(first)).isEqualTo(Worker.Stage.OFFLINE);
        assertThat(roster.told).containsExactly("a to " + first, "a to nobody", "a to " + holder("a"));
    }

    @Test
    void aSourceWithoutAnyWorkerWaitsForOneThatComesBack() {
        String first = add("a");
        List.of("worker1", "worker2", "worker3").forEach(w -> cluster.stopWorker(draft, w));
        assertThat(holder("a")).isEqualTo("nobody");

        cluster.startWorker(draft, "worker2");
        assertThat(holder("a")).isEqualTo("worker2");
        assertThat(first).isNotNull();
    }

    @Test
    void aWorkerThatIsFreedTakesASourceThatWaits() {
        String freed = add("a");
        add("b");
        add("c");
        add("d");
        roster.sources.remove("a");
        scheduler.release(draft, "a");

        assertThat(holder("d")).isEqualTo(freed);
    }

    @Test
    void aFreeWorkerThatPullsTheRelayLogComesFirst() {
        cluster.pullRelay(draft, "worker3", "a");
        assertThat(stage("worker3")).isEqualTo(Worker.Stage.RELAY);

        assertThat(add("a")).isEqualTo("worker3");
    }

    @Test
    void aWorkerThatPullsForAnotherSourceIsLeftAlone() {
        List.of("worker1", "worker2").forEach(w -> cluster.stopWorker(draft, w));
        cluster.pullRelay(draft, "worker3", "other");

        assertThat(add("a")).isEqualTo("nobody");
    }

    @Test
    void theWorkerThatHeldItLastIsPreferred() {
        String first = add("a");
        roster.sources.remove("a");
        scheduler.release(draft, "a");

        assertThat(add("a")).isEqualTo(first);
    }

    @Test
    void theWorkerThatHasTheDumpFilesIsPreferredToAll() {
        cluster.pullRelay(draft, "worker3", "a");
        roster.loading = Optional.of("worker2");

        assertThat(add("a")).isEqualTo("worker2");
    }

    @Test
    void movingRefusesWorkersThatCannotTakeIt() {
        add("a");
        String busy = add("b");

        assertThatThrownBy(() -> scheduler.move(draft, "a", draft.get(Worker.KIND, busy)))
                .isInstanceOfSatisfying(
                        DmException.class, e -> assertThat(e.error().code()).isEqualTo(46006));
    }

    @Test
    void movingGivesTheOldWorkerASourceThatWaits() {
        String old = add("a");
        List<String> others = new ArrayList<>(List.of("worker1", "worker2", "worker3"));
        others.remove(old);
        cluster.stopWorker(draft, others.get(0));
        scheduler.move(draft, "a", draft.get(Worker.KIND, others.get(1)));

        assertThat(holder("a")).isEqualTo(others.get(1));
        assertThat(stage(old)).isEqualTo(Worker.Stage.FREE);
        assertThat(add("b")).isEqualTo(old);
    }

    @Test
    void anOnlineWorkerIsNotDeletedInV53() {
        assertThatThrownBy(() -> cluster.removeWorker(draft, "worker1"))
                .isInstanceOfSatisfying(
                        DmException.class, e -> assertThat(e.error().code()).isEqualTo(46005));
        cluster.stopWorker(draft, "worker1");
        cluster.removeWorker(draft, "worker1");

        assertThatThrownBy(() -> cluster.removeWorker(draft, "worker1"))
                .isInstanceOfSatisfying(
                        DmException.class, e -> assertThat(e.error().code()).isEqualTo(46004));
    }

    @Test
    void aWorkerThatWasDeletedRegistersAgainWhenItStarts() {
        cluster.stopWorker(draft, "worker1");
        cluster.removeWorker(draft, "worker1");
        cluster.startWorker(draft, "worker1");

        assertThat(stage("worker1")).isEqualTo(Worker.Stage.FREE);
    }

    @Test
    void anotherMasterLeadsWhenTheLeaderGoes() {
        cluster.removeMaster(draft, "master1");

        assertThat(cluster.leader(draft).map(Master::name)).contains("master2");
        cluster.stopMaster(draft, "master2");
        assertThat(cluster.leader(draft).map(Master::name)).contains("master3");
    }
}
