package dev.dmock.task.config;

/** Settings of the sync unit, defaults filled in. */
public record SyncSettings(long workerCount, long batch) {

    static final SyncSettings DEFAULT = new SyncSettings(16, 100);

    SyncSettings with(IncrementalSettings given) {
        return new SyncSettings(
                given.replThreads() == null ? workerCount : given.replThreads(),
                given.replBatch() == null ? batch : given.replBatch());
    }
}
