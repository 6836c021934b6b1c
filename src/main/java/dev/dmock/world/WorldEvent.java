package dev.dmock.world;

import dev.dmock.space.fact.Pace;
import dev.dmock.version.ApiVersion;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens outside DM, or to how the space runs: the body of a PATCH of the world. Several things in one
 * event happen in the order of the components; {@code settle} is last.
 *
 * @param settle how much time passes afterwards
 */
public record WorldEvent(
        @Nullable ApiVersion api,
        @Nullable Pace pace,
        List<Member> members,
        @Nullable Sql sql,
        @Nullable Duration settle) {

    /** What happens to a process of the cluster, or to a database server. */
    public enum Change {
        WORKER_OFFLINE,
        WORKER_ONLINE,
        MASTER_OFFLINE,
        MASTER_ONLINE,
        LEADER,
        SERVER_OFFLINE,
        SERVER_ONLINE;

        /** The field of the event that says so. */
        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A process of the cluster, by its name, or a database server, by its address, and what happens to it. */
    public record Member(Change change, String name) {}

    /** Statements that are executed on the server at an address. */
    public record Sql(String address, List<String> statements) {}

    public Optional<ApiVersion> newApi() {
        return Optional.ofNullable(api);
    }

    public Optional<Pace> newPace() {
        return Optional.ofNullable(pace);
    }

    public Optional<Sql> statements() {
        return Optional.ofNullable(sql);
    }

    public Duration settling() {
        return settle == null ? Duration.ZERO : settle;
    }
}
