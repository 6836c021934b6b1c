package dev.dmock.source.web.v8;

import dev.dmock.source.RelayService;
import dev.dmock.source.Source;
import dev.dmock.source.SourceService;
import dev.dmock.source.web.SecurityView;
import dev.dmock.source.web.SourceStatusView;
import dev.dmock.source.web.SourceStatuses;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.store.SpaceName;
import dev.dmock.web.EmptyNotFoundException;
import dev.dmock.web.Listing;
import dev.dmock.web.V8;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Operations on sources. Verified against v8.1.0. */
@V8
class SourceControllerV8 {

    private static final String NAME = "source-name";
    private static final String SOURCE = "/sources/{source-name}";

    private final Spaces spaces;
    private final SourceService sources;
    private final RelayService relays;
    private final SourceStatuses statuses;

    SourceControllerV8(Spaces spaces, SourceService sources, RelayService relays, SourceStatuses statuses) {
        this.spaces = spaces;
        this.sources = sources;
        this.relays = relays;
        this.statuses = statuses;
    }

    /** DMAPICreateSource. */
    @PostMapping("/sources")
    @ResponseStatus(HttpStatus.CREATED)
    SourceV8<SecurityView, ?> create(SpaceName space, @RequestBody(required = false) @Nullable SourceRequestV8 body) {
        SourceRequestV8 request = Objects.requireNonNullElse(body, SourceRequestV8.EMPTY);
        Source source = SourceV8.toDomain(request.sourceOrZero(), "");
        spaces.change(space, draft -> sources.create(draft, source, Optional.ofNullable(request.worker())));
        return request.sourceOrZero();
    }

    /** DMAPIGetSourceList. */
    @GetMapping("/sources")
    Listing<SourceV8<HiddenSecurityV8, SourceStatusView>> list(
            SpaceName space,
            @RequestParam(name = "with_status", required = false) boolean withStatus,
            @RequestParam(name = "enable_relay", required = false) @Nullable Boolean relayed) {
        return spaces.read(
                space,
                draft -> Listing.of(sources.all(draft).stream()
                        .filter(s -> relayed == null
                                || relayed != relays.named(draft, s.name()).isEmpty())
                        .map(s -> listed(draft, s, withStatus))
                        .toList()));
    }

    /** DMAPIGetSource. */
    @GetMapping(SOURCE)
    SourceV8<HiddenSecurityV8, SourceStatusView> show(
            SpaceName space,
            @PathVariable(NAME) String name,
            @RequestParam(name = "with_status", required = false) boolean withStatus) {
        return spaces.read(
                space,
                draft -> sources.find(draft, name)
                        .map(s -> listed(draft, s, withStatus))
                        .orElseThrow(EmptyNotFoundException::new));
    }

    private SourceV8<HiddenSecurityV8, SourceStatusView> listed(Draft draft, Source source, boolean withStatus) {
        return withStatus
                ? SourceV8.listed(source, sources.tasksOn(draft, source.name()), statuses.besides(draft, source))
                : SourceV8.listed(source, null, null);
    }

    /** DMAPIUpdateSource; a missing password keeps the earlier one. */
    @PutMapping(SOURCE)
    SourceV8<SecurityView, ?> replace(
            SpaceName space, @PathVariable(NAME) String name, @RequestBody SourceRequestV8 request) {
        spaces.change(space, draft -> {
            String password = SourceService.require(draft, name).password();
            sources.replace(draft, name, SourceV8.toDomain(request.sourceOrZero(), password));
        });
        return request.sourceOrZero();
    }

    /** DMAPIGetSourceStatus. */
    @GetMapping(SOURCE + "/status")
    Listing<SourceStatusView> status(SpaceName space, @PathVariable(NAME) String name) {
        return spaces.read(space, draft -> {
            Source source = SourceService.require(draft, name);
            boolean bound = sources.isBound(draft, source);
            return Listing.of(bound ? statuses.of(draft, source) : List.of(SourceStatusView.unbound(name)));
        });
    }

    /** DMAPIEnableSource. */
    @PostMapping(SOURCE + "/enable")
    void enable(SpaceName space, @PathVariable(NAME) String name) {
        spaces.change(space, draft -> sources.enable(draft, name));
    }

    /** DMAPIDisableSource. */
    @PostMapping(SOURCE + "/disable")
    void disable(SpaceName space, @PathVariable(NAME) String name) {
        spaces.change(space, draft -> sources.disable(draft, name));
    }
}
