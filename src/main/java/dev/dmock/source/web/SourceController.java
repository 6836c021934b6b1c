package dev.dmock.source.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.SourceService;
import dev.dmock.source.UpstreamBrowser;
import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.web.EveryGeneration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Deletes and transfers sources and lists their schemas and tables. Verified against v5.3.0 and v8.1.0. */
@EveryGeneration
class SourceController {

    private static final String NAME = "source-name";
    private static final String SOURCE = "/sources/{" + NAME + "}";

    private final Spaces spaces;
    private final SourceService sources;
    private final UpstreamBrowser browsing;

    SourceController(Spaces spaces, SourceService sources, UpstreamBrowser browsing) {
        this.spaces = spaces;
        this.sources = sources;
        this.browsing = browsing;
    }

    /** DMAPIDeleteSource. */
    @DeleteMapping(SOURCE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            SpaceName space,
            @PathVariable(NAME) String name,
            @RequestParam(name = "force", required = false) boolean force) {
        spaces.change(space, draft -> sources.delete(draft, name, force));
    }

    /** DMAPITransferSource; the documentation page has PATCH. */
    @RequestMapping(
            path = SOURCE + "/transfer",
            method = {RequestMethod.POST, RequestMethod.PATCH})
    void transfer(SpaceName space, @PathVariable(NAME) String name, @RequestBody WorkerRequest body) {
        spaces.change(space, draft -> sources.transfer(draft, name, body.worker));
    }

    /** DMAPIGetSourceSchemaList. */
    @GetMapping(SOURCE + "/schemas")
    List<String> schemas(SpaceName space, @PathVariable(NAME) String name) {
        return spaces.read(space, draft -> browsing.schemas(draft, name));
    }

    /** DMAPIGetSourceTableList. */
    @GetMapping(SOURCE + "/schemas/{schema-name}")
    List<String> tables(SpaceName space, @PathVariable(NAME) String name, @PathVariable("schema-name") String schema) {
        return spaces.read(space, draft -> browsing.tables(draft, name, schema));
    }

    /** The worker that receives the source. */
    record WorkerRequest(@JsonProperty("worker_name") String worker) {}
}
