package dev.dmock.space.snapshot;

import dev.dmock.space.Spaces;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.store.SpaceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Snapshots of spaces: all facts of one moment, which a space can go back to. A clock that runs goes on from what it
 * showed then; one that stood still stands where it stood.
 */
@Service
public class Snapshots {

    private final Spaces spaces;
    private final SnapshotStore store;
    private final SnapshotDocument documents;

    public Snapshots(Spaces spaces, SnapshotStore store, SnapshotDocument documents) {
        this.spaces = spaces;
        this.store = store;
        this.documents = documents;
    }

    /**
     * A snapshot.
     *
     * @param at what the space's clock showed
     * @param size the length of the document, in characters
     */
    public record Info(SnapshotName name, Instant at, long size) {}

    public List<Info> list(SpaceName space) {
        return store.list(space).stream()
                .map(e -> new Info(e.name(), Instant.parse(e.takenAt()), e.size()))
                .toList();
    }

    /** Saves the current state, replacing a snapshot of the same name; returns true if it is new. */
    public boolean save(SpaceName space, SnapshotName name) {
        return put(space, name, spaces.read(space, draft -> documents.write(draft.facts(), draft.now())));
    }

    /** The document of a snapshot, passwords and all. */
    public Optional<JsonNode> find(SpaceName space, SnapshotName name) {
        return store.find(space, name).map(documents::tree);
    }

    /**
     * Keeps a document as a snapshot of the space, from whatever space it is; true if there was none of the name.
     *
     * @throws SnapshotException if it could not be restored
     */
    public boolean keep(SpaceName space, SnapshotName name, JsonNode document) {
        documents.read(document);
        spaces.read(space, Draft::now);
        return put(space, name, document);
    }

    private boolean put(SpaceName space, SnapshotName name, JsonNode document) {
        try {
            return store.put(space, name, document.get(SnapshotDocument.AT).asString(), documents.text(document));
        } catch (DataIntegrityViolationException overtaken) {
            throw new SnapshotException("", "meanwhile the space was dropped, or a snapshot of this name was kept");
        }
    }

    /**
     * Restores a snapshot; returns false if it does not exist.
     *
     * @throws SnapshotException if it is from another version of DMock, and cannot be restored
     */
    public boolean restore(SpaceName space, SnapshotName name) {
        Optional<SnapshotDocument.Content> content = find(space, name).map(documents::read);
        content.ifPresent(then -> spaces.change(space, draft -> draft.restore(then.facts(), then.at())));
        return content.isPresent();
    }

    public boolean delete(SpaceName space, SnapshotName name) {
        return store.delete(space, name);
    }
}
