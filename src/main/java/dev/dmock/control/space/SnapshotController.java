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

/** Snapshots of a space: what it was at some moment, and can be again. */
@RestController
@RequestMapping("/_dmock/snapshots")
class SnapshotController {

    private final Snapshots snapshots;

    SnapshotController(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** A request for a snapshot. */
    record SaveRequest(@Nullable String name) {}

    /** A snapshot: what the space's clock showed, and how long its document is. */
    record SnapshotView(String name, Instant at, long size) {

        static SnapshotView of(Snapshots.Info info) {
            return new SnapshotView(info.name().value(), info.at(), info.size());
        }
    }

    /** The snapshots of a space, by name. */
    record SnapshotList(List<SnapshotView> snapshots, int total) {}

    @GetMapping
    SnapshotList list(SpaceName space) {
        List<SnapshotView> all =
                snapshots.list(space).stream().map(SnapshotView::of).toList();
        return new SnapshotList(all, all.size());
    }

    /** Saves the space as it is now. */
    @PostMapping
    ResponseEntity<SnapshotView> save(SpaceName space, @RequestBody SaveRequest request) {
        SnapshotName name = name(request.name() == null ? "" : request.name());
        return answer(space, name, snapshots.save(space, name));
    }

    /** The document; without {@code secrets} passwords are masked, and it cannot be restored. */
    @GetMapping("/{name}")
    ResponseEntity<String> download(
            SpaceName space, @PathVariable String name, @RequestParam(defaultValue = "false") boolean secrets) {
        JsonNode document = snapshots.find(space, name(name)).orElseThrow(() -> unknown(name));
        JsonNode shown = secrets ? document : ((ObjectNode) Secrets.masked(document)).put("secrets", false);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(shown.toPrettyString() + "\n");
    }

    /** Keeps a document that was downloaded, from this space or another one. */
    @PutMapping("/{name}")
    ResponseEntity<SnapshotView> upload(SpaceName space, @PathVariable String name, @RequestBody JsonNode document) {
        return answer(space, name(name), snapshots.keep(space, name(name), document));
    }

    /** Makes the space what it was. */
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
