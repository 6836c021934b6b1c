package dev.dmock.control.fault;

import dev.dmock.control.ControlNotFoundException;
import dev.dmock.control.InvalidControlRequestException;
import dev.dmock.fault.ArmedFault;
import dev.dmock.fault.Fault;
import dev.dmock.fault.FaultRequest;
import dev.dmock.fault.FaultScope;
import dev.dmock.fault.Faults;
import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.version.ApiVersion;
import dev.dmock.web.servlet.RequestLayers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists, arms and disarms the faults of a space. */
@RestController
@RequestMapping("/_dmock/faults")
class FaultController {

    /** Excludes the catalogue, which shares the path but has its own methods. */
    private static final String ONE = "/{id:(?!catalogue$).+}";

    private final Spaces spaces;
    private final Faults faults;
    private final RequestLayers layers;

    FaultController(Spaces spaces, Faults faults, RequestLayers layers) {
        this.spaces = spaces;
        this.faults = faults;
        this.layers = layers;
    }

    /** The fault catalogue, or the armed faults. */
    record Listed<T>(List<T> faults, int total) {

        static <T> Listed<T> of(List<T> faults) {
            return new Listed<>(faults, faults.size());
        }
    }

    /** Returns the fault catalogue. */
    @GetMapping("/catalogue")
    Listed<FaultCatalogueView> catalogue() {
        return Listed.of(
                Arrays.stream(Fault.values()).map(FaultCatalogueView::of).toList());
    }

    /** Returns the armed faults in the order of arming, with the number of times that each has struck. */
    @GetMapping
    Listed<FaultView> list(SpaceName space) {
        return Listed.of(spaces.read(
                space, draft -> faults.all(draft).stream().map(FaultView::of).toList()));
    }

    /** Arms a fault; returns after the affected components have noticed it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FaultView arm(SpaceName space, @RequestBody JsonNode body) {
        FaultRequest arming = FaultRequestParser.read(body);
        requireKnown(arming.on().get(FaultScope.OPERATION));
        ArmedFault armed = spaces.write(space, draft -> faults.arm(draft, arming));
        return show(space, armed.id()).orElseGet(() -> FaultView.of(armed));
    }

    /** Accepts operations of every version, since the space may emulate another version when the fault strikes. */
    private void requireKnown(@Nullable String operation) {
        boolean known = operation == null
                || Arrays.stream(ApiVersion.values())
                        .flatMap(version -> layers.of(version).operations().stream())
                        .anyMatch(o -> o.id().equals(operation));
        if (!known) {
            throw new InvalidControlRequestException("on.operation", "no version has an operation " + operation);
        }
    }

    private Optional<FaultView> show(SpaceName space, String id) {
        return spaces.read(space, draft -> faults.find(draft, id).map(FaultView::of));
    }

    /** Returns one armed fault. */
    @GetMapping(ONE)
    FaultView find(SpaceName space, @PathVariable String id) {
        return show(space, id).orElseThrow(() -> unknown(id));
    }

    /** Disarms a fault. */
    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disarm(SpaceName space, @PathVariable String id) {
        boolean found = spaces.write(space, draft -> faults.disarm(draft, id));
        if (!found) {
            throw unknown(id);
        }
    }

    private static ControlNotFoundException unknown(String id) {
        return new ControlNotFoundException("id", "no fault " + id + " is armed");
    }

    /** Disarms all faults. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disarmAll(SpaceName space) {
        spaces.change(space, faults::disarmAll);
    }
}
