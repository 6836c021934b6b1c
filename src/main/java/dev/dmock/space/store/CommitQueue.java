package dev.dmock.space.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets one commit at a time through to the database: with several writers at once, an H2 file is not always whole after
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
