package dev.dmock.source.web.v8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.RelayService;
import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.web.V8;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Enables, disables and purges the relay log of a source. Verified against v8.1.0. */
@V8
class RelayControllerV8 {

    private static final String NAME = "source-name";
    private static final String SOURCE = "/sources/{source-name}";

    private final Spaces spaces;
    private final RelayService relays;

    RelayControllerV8(Spaces spaces, RelayService relays) {
        this.spaces = spaces;
        this.relays = relays;
    }

    /** DMAPIEnableRelay. */
    @PostMapping(SOURCE + "/relay/enable")
    void enable(
            SpaceName space,
            @PathVariable(NAME) String name,
            @RequestBody(required = false) @Nullable EnableRequest body) {
        EnableRequest request = Objects.requireNonNullElse(body, EnableRequest.EMPTY);
        RelayService.Start settings = new RelayService.Start(request.binlogName, request.binlogGtid, request.dir);
        spaces.change(space, draft -> relays.start(draft, name, request.workers, settings));
    }

    /** DMAPIDisableRelay. */
    @PostMapping(SOURCE + "/relay/disable")
    void disable(
            SpaceName space,
            @PathVariable(NAME) String name,
            @RequestBody(required = false) @Nullable DisableRequest body) {
        spaces.change(space, draft -> relays.stop(draft, name, body == null ? null : body.workers));
    }

    /** DMAPIPurgeRelay. */
    @PostMapping(SOURCE + "/relay/purge")
    void purge(SpaceName space, @PathVariable(NAME) String name, @RequestBody PurgeRequest body) {
        spaces.change(space, draft -> relays.purge(draft, name, body.binlogName, body.dir));
    }

    /** The workers that start to pull, or null for the worker that holds the source; and the start position. */
    record EnableRequest(
            @JsonProperty("worker_name_list") @Nullable List<String> workers,
            @JsonProperty("relay_binlog_name") @Nullable String binlogName,
            @JsonProperty("relay_binlog_gtid") @Nullable String binlogGtid,
            @JsonProperty("relay_dir") @Nullable String dir) {

        static final EnableRequest EMPTY = new EnableRequest(null, null, null, null);
    }

    /** The workers that stop pulling, or null for the worker that holds the source. */
    record DisableRequest(
            @JsonProperty("worker_name_list") @Nullable List<String> workers) {}

    /** The file before which relay log is purged, and the file's directory. */
    record PurgeRequest(
            @JsonProperty("relay_binlog_name") String binlogName,
            @JsonProperty("relay_dir") @Nullable String dir) {}
}
