package dev.dmock.source.web.v5;

import dev.dmock.cluster.Worker;
import dev.dmock.error.DmError;
import dev.dmock.source.Browsing;
import dev.dmock.source.RelayService;
import dev.dmock.source.Source;
import dev.dmock.source.SourceService;
import dev.dmock.source.web.v5.SourceStatusV5.RelayStatusV5;
import dev.dmock.space.Draft;
import dev.dmock.space.ErrorTexts;
import dev.dmock.space.SpaceName;
import dev.dmock.space.Spaces;
import dev.dmock.space.Trait;
import dev.dmock.web.Listing;
import dev.dmock.web.V5;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The operations on sources and what is in them. Verified against v5.3.0. */
@V5
class SourceControllerV5 {

    private final Spaces spaces;
    private final SourceService sources;
    private final RelayService relays;
    private final Browsing browsing;
    private final ErrorTexts errors;

    SourceControllerV5(
            Spaces spaces, SourceService sources, RelayService relays, Browsing browsing, ErrorTexts errors) {
        this.spaces = spaces;
        this.sources = sources;
        this.relays = relays;
        this.browsing = browsing;
        this.errors = errors;
    }

    /** DMAPICreateSource. */
    @PostMapping("/sources")
    @ResponseStatus(HttpStatus.CREATED)
    SourceV5 create(SpaceName space, @RequestBody(required = false) @Nullable SourceV5 body) {
        SourceV5 posted = Objects.requireNonNullElse(body, SourceV5.EMPTY);
        return spaces.write(space, draft -> {
            Source source = posted.toDomain();
            sources.create(draft, source, Optional.empty());
            return Trait.SOURCES_REPORT_BINDING.in(draft) ? posted.withStatus(status(draft, source)) : posted;
        });
    }

    /** DMAPIGetSourceList. */
    @GetMapping("/sources")
    Listing<SourceV5> list(SpaceName space, @RequestParam(name = "with_status", required = false) boolean withStatus) {
        return spaces.read(
                space,
                draft -> Listing.of(sources.all(draft).stream()
                        .map(s -> SourceV5.listed(s, withStatus ? statusInList(draft, s) : null))
                        .toList()));
    }

    /** DMAPIDeleteSource. */
    @DeleteMapping("/sources/{source-name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            SpaceName space,
            @PathVariable("source-name") String name,
            @RequestParam(name = "force", required = false) boolean force) {
        spaces.change(space, draft -> sources.delete(draft, name, force));
    }

    /** DMAPIGetSourceStatus. */
    @GetMapping("/sources/{source-name}/status")
    Listing<SourceStatusV5> status(SpaceName space, @PathVariable("source-name") String name) {
        return spaces.read(space, draft -> Listing.of(status(draft, SourceService.require(draft, name))));
    }

    /** DMAPIGetSourceSchemaList. */
    @GetMapping("/sources/{source-name}/schemas")
    List<String> schemas(SpaceName space, @PathVariable("source-name") String name) {
        return spaces.read(space, draft -> browsing.schemas(draft, name));
    }

    /** DMAPIGetSourceTableList. */
    @GetMapping("/sources/{source-name}/schemas/{schema-name}")
    List<String> tables(
            SpaceName space, @PathVariable("source-name") String name, @PathVariable("schema-name") String schema) {
        return spaces.read(space, draft -> browsing.tables(draft, name, schema));
    }

    private List<SourceStatusV5> status(Draft draft, Source source) {
        List<Worker> workers = sources.workers(draft, source);
        return workers.isEmpty()
                ? List.of(new SourceStatusV5(source.name(), "", null, null))
                : workers.stream().map(w -> status(draft, source, w)).toList();
    }

    private SourceStatusV5 status(Draft draft, Source source, Worker worker) {
        RelayStatusV5 relay =
                relays.pulls(draft, source, worker) ? RelayStatusV5.of(relays.status(draft, source)) : null;
        return new SourceStatusV5(source.name(), worker.name(), relay, null);
    }

    /** In the list a source without a worker says so. */
    private List<SourceStatusV5> statusInList(Draft draft, Source source) {
        if (!sources.workers(draft, source).isEmpty()) {
            return status(draft, source);
        }
        DmError error = DmError.of(38029).message("%s relevant worker-client not found", source.name());
        return List.of(new SourceStatusV5(source.name(), "", null, errors.text(draft, error)));
    }
}
