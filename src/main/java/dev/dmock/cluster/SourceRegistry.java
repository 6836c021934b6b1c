package dev.dmock.cluster;

import dev.dmock.space.fact.Draft;
import java.util.List;
import java.util.Optional;

/** What scheduling has to know of sources and their tasks; implemented above. */
public interface SourceRegistry {

    /** The names of all sources, in order. */
    List<String> sources(Draft draft);

    /** The worker on which a load of this source's data began and is not finished. */
    Optional<String> loadingWorker(Draft draft, String source);

    /** Resumes the source's subtasks and relay on the worker that it is bound to now. */
    void bound(Draft draft, String source, String worker);

    /** Lets a worker whose process began anew pull the relay log that it was told to pull. */
    void registered(Draft draft, Worker worker);

    /** Forgets what a worker pulled that leaves the cluster. */
    void removed(Draft draft, Worker worker);

    /** Stops the source's subtasks and relay, because no worker holds it. */
    void unbound(Draft draft, String source);
}
