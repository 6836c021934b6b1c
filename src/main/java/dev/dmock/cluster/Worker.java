package dev.dmock.cluster;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.version.Generation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DM-worker that has registered.
 *
 * @param number its place among the workers, from 1; its port follows from it
 * @param online whether it has a lease
 * @param silent whether its process has ended while the lease still runs: the master does not know yet
 * @param source the source that it is bound to
 * @param relaySource the source for which it was told to pull relay log
 * @param lastSource the source that it was bound to last
 */
public record Worker(
        String name,
        int number,
        boolean online,
        boolean silent,
        @Nullable String source,
        @Nullable String relaySource,
        @Nullable String lastSource) {

    public static final Kind<Worker> KIND =
            Kind.of("worker", Worker.class, (Worker w) -> Key.of(w.name)).foundBy(Worker::words);

    static final String NAME = "worker";
    private static final int FIRST_PORT = 8262;
    private static final int PORT_STEP = 100;

    /** A worker that has just registered. */
    static Worker registered(int number) {
        return new Worker(NAME + number, number, true, false, null, null, null);
    }

    /** What finds those that could take a source. */
    static final String AVAILABLE = "available";

    /** What finds those that hold a source or pull its relay log. */
    public static String of(String source) {
        return "of " + source;
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(2);
        if (available()) {
            words.add(AVAILABLE);
        }
        if (source != null) {
            words.add(of(source));
        }
        if (relaySource != null && !relaySource.equals(source)) {
            words.add(of(relaySource));
        }
        return words;
    }

    public String address() {
        return "127.0.0.1:" + (FIRST_PORT + PORT_STEP * (number - 1));
    }

    public Stage stage() {
        if (!online) {
            return Stage.OFFLINE;
        }
        if (source != null) {
            return Stage.BOUND;
        }
        return relaySource != null ? Stage.RELAY : Stage.FREE;
    }

    /** Whether it could take a source: it runs and holds none. */
    boolean available() {
        return online && source == null;
    }

    Worker bind(String toSource) {
        return new Worker(name, number, online, silent, toSource, relaySource, toSource);
    }

    Worker unbind() {
        return new Worker(name, number, online, silent, null, relaySource, lastSource);
    }

    Worker withOnline(boolean now) {
        return new Worker(name, number, now, false, source, relaySource, lastSource);
    }

    Worker withSilent(boolean now) {
        return new Worker(name, number, online, now, source, relaySource, lastSource);
    }

    /** What the master is told when it asks a silent worker. */
    public DmError noAnswer(Generation generation) {
        String dialing = generation == Generation.V5 ? "while dialing" : "while dialing:";
        return DmError.of(DmCode.MASTER_GRPC_REQUEST_ERROR)
                .causedBy("rpc error: code = Unavailable desc = connection error: desc = \"transport: Error " + dialing
                        + " dial tcp " + address() + ": connect: connection refused\"");
    }

    Worker withRelaySource(@Nullable String other) {
        return new Worker(name, number, online, silent, source, other, lastSource);
    }

    /** What the API calls {@code bound_stage}. */
    public enum Stage {
        FREE,
        BOUND,
        /** Free, but pulls relay log for a source. */
        RELAY,
        OFFLINE;

        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
