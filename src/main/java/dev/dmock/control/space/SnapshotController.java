package dev.dmock.control.space;

import dev.dmock.control.ControlNotFoundException;
import dev.dmock.control.InvalidControlRequestException;
import dev.dmock.space.snapshot.SnapshotName;
import dev.dmock.space.snapshot.Snapshots;
import dev.dmock.space.store.SpaceName;
import dev.dmock.web.Secrets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Saves, lists, uploads and restores snapshots of a space. */
@RestController
@RequestMapping("/_dmock/snapshots")
class SnapshotController {

    private final Snapshots snapshots;

    SnapshotController(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** A request to save a snapshot. */
    record SaveRequest(@Nullable String name) {}

    /** A snapshot with the time of the space's clock and the length of its document. */
    record SnapshotView(String name, Instant at, long size) {

        static SnapshotView of(Snapshots.Info info) {
            return new SnapshotView(info.name().value(), info.at(), info.size());
        }
    }

    /** Returns the snapshots of a space, sorted by name. */
    record SnapshotList(List<SnapshotView> snapshots, int total) {}

    @GetMapping
    SnapshotList list(SpaceName space) {
        List<SnapshotView> all =
                snapshots.list(space).stream().map(SnapshotView::of).toList();
        return new SnapshotList(all, all.size());
    }

    /** Saves the current state of the space. */
    @PostMapping
    ResponseEntity<SnapshotView> save(SpaceName space, @RequestBody SaveRequest request) {
        SnapshotName name = name(request.name() == null ? "" : request.name());
        return answer(space, name, snapshots.save(space, name));
    }

    /** Returns the document; without {@code secrets} passwords are masked and the document cannot be restored. */
    @GetMapping("/{name}")
    ResponseEntity<String> download(
            SpaceName space, @PathVariable String name, @RequestParam(defaultValue = "false") boolean secrets) {
        JsonNode document = snapshots.find(space, name(name)).orElseThrow(() -> unknown(name));
        JsonNode shown = secrets ? document : ((ObjectNode) Secrets.masked(document)).put("secrets", false);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(shown.toPrettyString() + "\n");
    }

    /** Stores a document that was downloaded from this or another space. */
    @PutMapping("/{name}")
    ResponseEntity<SnapshotView> upload(SpaceName space, @PathVariable String name, @RequestBody JsonNode document) {
        return answer(space, name(name), snapshots.keep(space, name(name), document));
    }

    /** Restores the space from a snapshot. */
    @PostMapping("/{name}/restore")
    SnapshotView restore(SpaceName space, @PathVariable String name) {
        if (!snapshots.restore(space, name(name))) {
            throw unknown(name);
        }
        return show(space, name(name));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(SpaceName space, @PathVariable String name) {
        if (!snapshots.delete(space, name(name))) {
            throw unknown(name);
        }
    }

    private ResponseEntity<SnapshotView> answer(SpaceName space, SnapshotName name, boolean fresh) {
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK).body(show(space, name));
    }

    private SnapshotView show(SpaceName space, SnapshotName name) {
        return snapshots.list(space).stream()
                .filter(info -> info.name().equals(name))
                .findFirst()
                .map(SnapshotView::of)
                .orElseThrow(() -> unknown(name.value()));
    }

    private static SnapshotName name(String name) {
        if (!SnapshotName.isValid(name)) {
            throw new InvalidControlRequestException("name", "has to be " + SpaceName.FORM);
        }
        return new SnapshotName(name);
    }

    private static ControlNotFoundException unknown(String name) {
        return new ControlNotFoundException("name", "there is no snapshot " + name);
    }
}
