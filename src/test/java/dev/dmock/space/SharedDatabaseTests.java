package dev.dmock.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.space.SpaceServer.Alarm;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.store.SpaceName;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one server acknowledged is there for the others, whatever they remember. */
class SharedDatabaseTests {

    private static final SpaceName A = new SpaceName("a");

    private final Database.Open database = Database.POSTGRESQL.open();
    private final SpaceServer one = new SpaceServer(database, SpaceCache.MOST);
    private final SpaceServer other = new SpaceServer(database, SpaceCache.MOST);

    @AfterEach
    void close() {
        database.close();
    }

    private static void add(Draft draft) {
        if (draft.has(Alarm.KIND, "x")) {
            throw DmError.of(DmCode.SCHEDULER_SOURCE_CFG_NOT_EXIST, "x").asException();
        }
        draft.put(Alarm.KIND, new Alarm("x", null, 0));
    }

    private static boolean has(SpaceServer server) {
        return server.spaces.read(A, draft -> draft.has(Alarm.KIND, "x"));
    }

    @Test
    void isSeenByReads() {
        assertThat(has(one)).isFalse();
        other.spaces.change(A, SharedDatabaseTests::add);

        assertThat(has(one)).isTrue();
    }

    @Test
    void isSeenByWritesThatAreRefusedForIt() {
        assertThat(has(one)).isFalse();
        other.spaces.change(A, SharedDatabaseTests::add);

        assertThatThrownBy(() -> one.spaces.change(A, SharedDatabaseTests::add)).isInstanceOf(DmException.class);
    }

    @Test
    void isSeenByWritesThatWouldHaveBeenRefusedBefore() {
        one.spaces.change(A, SharedDatabaseTests::add);
        other.spaces.change(A, draft -> draft.remove(Alarm.KIND, "x"));

        one.spaces.change(A, SharedDatabaseTests::add);

        assertThat(has(other)).isTrue();
    }

    @Test
    void isSeenByWritesThatThenHaveNothingToDo() {
        assertThat(has(one)).isFalse();
        other.spaces.change(A, SharedDatabaseTests::add);

        boolean seen = one.spaces.write(A, draft -> draft.has(Alarm.KIND, "x"));

        assertThat(seen).isTrue();
    }

    /** Both lives of the space count the same number of commits. */
    @Test
    void aSpaceThatWasMadeAnewIsNotTakenForTheOneBefore() {
        one.spaces.change(A, SharedDatabaseTests::add);
        assertThat(has(one)).isTrue();
        other.spaces.drop(A);
        other.spaces.change(A, draft -> draft.put(Alarm.KIND, new Alarm("y", null, 0)));

        assertThat(has(one)).isFalse();
        one.spaces.change(A, SharedDatabaseTests::add);
        assertThat(other.spaces.<Integer>read(A, draft -> draft.all(Alarm.KIND).size()))
                .isEqualTo(2);
    }

    @Test
    void writesThatOverlapAreAllThere() {
        assertThat(rungAfterTwoAtOnce(one)).isEqualTo(2);
    }

    /** That they are means something: the same two lose one if the version is not looked at. */
    @Test
    void withoutTheCheckOfTheVersionOneOfThemWouldBeLost() {
        Database.Open unchecked = new Database.Open(database.storage(), new Unchecked(database.source()));

        assertThat(rungAfterTwoAtOnce(new SpaceServer(unchecked, SpaceCache.MOST)))
                .isEqualTo(1);
    }

    private int rungAfterTwoAtOnce(SpaceServer slow) {
        slow.spaces.change(A, SharedDatabaseTests::add);
        AtomicBoolean overtaken = new AtomicBoolean();
        slow.spaces.change(A, draft -> {
            if (!overtaken.getAndSet(true)) {
                other.spaces.change(A, SharedDatabaseTests::ring);
            }
            ring(draft);
        });
        return new SpaceServer(database, SpaceCache.MOST).spaces.read(A, draft -> SpaceServer.rung(draft, "x"));
    }

    private static void ring(Draft draft) {
        draft.put(Alarm.KIND, new Alarm("x", null, SpaceServer.rung(draft, "x") + 1));
    }

    @Test
    void aSpaceThatWasDroppedElsewhereIsGone() {
        one.spaces.change(A, SharedDatabaseTests::add);
        other.spaces.drop(A);

        assertThat(one.spaces.exists(A)).isFalse();
        assertThat(has(one)).isFalse();
    }
}
