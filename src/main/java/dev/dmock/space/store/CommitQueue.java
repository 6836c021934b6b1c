package dev.dmock.space.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Serializes commits to the database: with several concurrent writers, an H2 file may be corrupt after
 * the process was killed.
 */
@Component
public class CommitQueue {

    private final ReentrantLock turn = new ReentrantLock(true);

    public <T> T inTurn(Supplier<T> commit) {
        turn.lock();
        try {
            return commit.get();
        } finally {
            turn.unlock();
        }
    }
}
