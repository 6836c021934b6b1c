package dev.dmock.source.web.v5;

import dev.dmock.source.Source;
import dev.dmock.source.SourceService;
import dev.dmock.source.web.SourceStatusView;
import dev.dmock.source.web.SourceStatuses;
import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.version.Trait;
import dev.dmock.web.Listing;
import dev.dmock.web.V5;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Operations on sources. Verified against v5.3.0. */
@V5
class SourceControllerV5 {

    private final Spaces spaces;
    private final SourceService sources;
    private final SourceStatuses statuses;

    SourceControllerV5(Spaces spaces, SourceService sources, SourceStatuses statuses) {
        this.spaces = spaces;
        this.sources = sources;
        this.statuses = statuses;
    }

    /** DMAPICreateSource. */
    @PostMapping("/sources")
    @ResponseStatus(HttpStatus.CREATED)
    SourceV5 create(SpaceName space, @RequestBody(required = false) @Nullable SourceV5 body) {
        SourceV5 posted = Objects.requireNonNullElse(body, SourceV5.EMPTY);
        return spaces.write(space, draft -> {
            Source source = posted.toDomain();
            sources.create(draft, source, Optional.empty());
            return draft.has(Trait.SOURCES_REPORT_BINDING) ? posted.withStatus(statuses.of(draft, source)) : posted;
        });
    }

    /** DMAPIGetSourceList. */
    @GetMapping("/sources")
    Listing<SourceV5> list(SpaceName space, @RequestParam(name = "with_status", required = false) boolean withStatus) {
        return spaces.read(
                space,
                draft -> Listing.of(sources.all(draft).stream()
                        .map(s -> SourceV5.listed(s, withStatus ? statuses.besides(draft, s) : null))
                        .toList()));
    }

    /** DMAPIGetSourceStatus. */
    @GetMapping("/sources/{source-name}/status")
    Listing<SourceStatusView> status(SpaceName space, @PathVariable("source-name") String name) {
        return spaces.read(space, draft -> Listing.of(statuses.of(draft, SourceService.require(draft, name))));
    }
}
