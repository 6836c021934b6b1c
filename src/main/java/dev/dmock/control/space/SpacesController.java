package dev.dmock.control.space;

import dev.dmock.control.ControlNotFoundException;
import dev.dmock.control.InvalidControlRequestException;
import dev.dmock.control.world.SpaceResetListener;
import dev.dmock.control.world.WorldService;
import dev.dmock.source.Source;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.Pace;
import dev.dmock.space.store.SpaceName;
import dev.dmock.space.store.SpaceSummary;
import dev.dmock.task.model.Subtask;
import dev.dmock.version.ApiVersion;
import dev.dmock.world.World;
import dev.dmock.world.WorldDocuments;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists, creates and removes the spaces of this server. */
@RestController
@RequestMapping("/_dmock/spaces")
class SpacesController {

    private final Spaces spaces;
    private final WorldService world;
    private final WorldDocuments documents;
    private final SpaceResetListener memory;

    SpacesController(Spaces spaces, WorldService world, WorldDocuments documents, SpaceResetListener memory) {
        this.spaces = spaces;
        this.world = world;
        this.documents = documents;
        this.memory = memory;
    }

    /** A summary of a space. */
    record SpaceView(String name, ApiVersion api, Pace pace, int sources, int tasks) {

        static SpaceView of(SpaceSummary space) {
            return new SpaceView(
                    space.name().value(),
                    space.settings().api(),
                    space.settings().pace(),
                    space.count(Source.KIND),
                    space.count(Subtask.KIND));
        }
    }

    /** Returns all spaces, sorted by name. */
    record SpaceList(List<SpaceView> spaces, int total) {}

    @GetMapping
    SpaceList list() {
        List<SpaceView> all = spaces.overview(null, Source.KIND, Subtask.KIND).stream()
                .map(SpaceView::of)
                .toList();
        return new SpaceList(all, all.size());
    }

    /** Returns one space; the request does not create it. */
    @GetMapping("/{name}")
    SpaceView show(@PathVariable String name) {
        SpaceName space = name(name);
        return spaces.overview(space, Source.KIND, Subtask.KIND).stream()
                .map(SpaceView::of)
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /** Creates or recreates a space; a world in the body becomes its start world. */
    @PutMapping("/{name}")
    ResponseEntity<SpaceView> start(@PathVariable String name, @RequestBody(required = false) @Nullable JsonNode body) {
        SpaceName space = name(name);
        World start = body == null ? null : documents.read(body);
        boolean made = spaces.found(space, draft -> world.start(draft, start));
        memory.begun(space);
        return ResponseEntity.status(made ? HttpStatus.CREATED : HttpStatus.OK).body(show(name));
    }

    /** Removes a space and its data. */
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable String name) {
        SpaceName space = name(name);
        if (space.equals(SpaceName.DEFAULT)) {
            throw new InvalidControlRequestException(
                    "name", "the default space cannot be dropped; POST /_dmock/reset puts it back");
        }
        if (!spaces.drop(space)) {
            throw unknown(name);
        }
        memory.gone(space);
    }

    private static SpaceName name(String name) {
        if (!SpaceName.isValid(name)) {
            throw new InvalidControlRequestException("name", "has to be " + SpaceName.FORM);
        }
        return new SpaceName(name);
    }

    private static ControlNotFoundException unknown(String name) {
        return new ControlNotFoundException("name", "there is no space " + name);
    }
}
