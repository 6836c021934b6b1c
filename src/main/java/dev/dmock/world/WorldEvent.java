package dev.dmock.world;

import dev.dmock.space.fact.Pace;
import dev.dmock.version.ApiVersion;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change outside DM or of the space's settings: the body of a PATCH of the world. Several changes in one event apply
 * in the order of the components; {@code settle} is last.
 *
 * @param settle the time that passes afterwards
 */
public record WorldEvent(
        @Nullable ApiVersion api,
        @Nullable Pace pace,
        List<Member> members,
        @Nullable Sql sql,
        @Nullable Duration settle) {

    /** A change of a cluster process or a database server. */
    public enum Change {
        WORKER_OFFLINE,
        WORKER_ONLINE,
        MASTER_OFFLINE,
        MASTER_ONLINE,
        LEADER,
        SERVER_OFFLINE,
        SERVER_ONLINE;

        /** Returns the event field of this change. */
        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A change of a cluster process, by its name, or of a database server, by its address. */
    public record Member(Change change, String name) {}

    /** Statements to execute on the server at an address. */
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
