package dev.dmock.control.world;

import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.world.World;
import dev.dmock.world.WorldDocuments;
import dev.dmock.world.WorldEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Shows and replaces the world of a space, which is everything that its DM cluster depends on. */
@RestController
class WorldController {

    private final Spaces spaces;
    private final WorldService world;
    private final WorldDocuments documents;
    private final SpaceResetListener memory;

    WorldController(Spaces spaces, WorldService world, WorldDocuments documents, SpaceResetListener memory) {
        this.spaces = spaces;
        this.world = world;
        this.documents = documents;
        this.memory = memory;
    }

    /** Returns the current world, after events and SQL; putting it back reproduces everything outside DM. */
    @GetMapping("/_dmock/world")
    JsonNode show(SpaceName space) {
        return documents.write(spaces.read(space, world::describe));
    }

    /** Replaces the world and resets the space to it. */
    @PutMapping("/_dmock/world")
    JsonNode replace(SpaceName space, @RequestBody JsonNode body) {
        World document = documents.read(body);
        spaces.change(space, draft -> world.replace(draft, document));
        memory.begun(space);
        return show(space);
    }

    /** Applies an event outside DM; answers after the cluster has noticed it. */
    @PatchMapping("/_dmock/world")
    JsonNode happen(SpaceName space, @RequestBody JsonNode body) {
        WorldEvent event = documents.readEvent(body);
        spaces.change(space, draft -> world.happen(draft, event));
        return show(space);
    }

    /** Resets the space to its start world. */
    @PostMapping("/_dmock/reset")
    JsonNode reset(SpaceName space) {
        spaces.change(space, world::reset);
        memory.begun(space);
        return show(space);
    }
}
