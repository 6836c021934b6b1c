package dev.dmock.source.web.v5;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.RelayService;
import dev.dmock.source.SourceService;
import dev.dmock.space.SpaceName;
import dev.dmock.space.Spaces;
import dev.dmock.web.V5;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Who holds a source and who pulls its relay log. The documentation page has PATCH, v5.3.0, against which this was
 * verified, POST.
 */
@V5
class RelayControllerV5 {

    private final Spaces spaces;
    private final RelayService relays;
    private final SourceService sources;

    RelayControllerV5(Spaces spaces, RelayService relays, SourceService sources) {
        this.spaces = spaces;
        this.relays = relays;
        this.sources = sources;
    }

    /** DMAPIStartRelay. */
    @RequestMapping(
            path = "/sources/{source-name}/start-relay",
            method = {RequestMethod.POST, RequestMethod.PATCH})
    void start(SpaceName space, @PathVariable("source-name") String name, @RequestBody StartRequest body) {
        RelayService.Start settings = new RelayService.Start(body.binlogName, body.binlogGtid, body.dir);
        spaces.change(space, draft -> relays.start(draft, name, body.workers, settings));
    }

    /** DMAPIStopRelay. */
    @RequestMapping(
            path = "/sources/{source-name}/stop-relay",
            method = {RequestMethod.POST, RequestMethod.PATCH})
    void stop(SpaceName space, @PathVariable("source-name") String name, @RequestBody StopRequest body) {
        spaces.change(space, draft -> relays.stop(draft, name, body.workers));
    }

    /** DMAPIPauseRelay. */
    @RequestMapping(
            path = "/sources/{source-name}/pause-relay",
            method = {RequestMethod.POST, RequestMethod.PATCH})
    void pause(SpaceName space, @PathVariable("source-name") String name) {
        spaces.change(space, draft -> relays.pause(draft, name, true));
    }

    /** DMAPIResumeRelay. */
    @RequestMapping(
            path = "/sources/{source-name}/resume-relay",
            method = {RequestMethod.POST, RequestMethod.PATCH})
    void resume(SpaceName space, @PathVariable("source-name") String name) {
        spaces.change(space, draft -> relays.pause(draft, name, false));
    }

    /** DMAPITransferSource. */
    @RequestMapping(
            path = "/sources/{source-name}/transfer",
            method = {RequestMethod.POST, RequestMethod.PATCH})
    void transfer(SpaceName space, @PathVariable("source-name") String name, @RequestBody WorkerRequest body) {
        spaces.change(space, draft -> sources.transfer(draft, name, body.worker));
    }

    /** The workers that are to pull, and where they are to start. */
    record StartRequest(
            @JsonProperty("worker_name_list") List<String> workers,
            @JsonProperty("relay_binlog_name") @Nullable String binlogName,
            @JsonProperty("relay_binlog_gtid") @Nullable String binlogGtid,
            @JsonProperty("relay_dir") @Nullable String dir) {}

    /** The workers that are to stop pulling. */
    record StopRequest(@JsonProperty("worker_name_list") List<String> workers) {}

    /** The worker that is to hold the source. */
    record WorkerRequest(@JsonProperty("worker_name") String worker) {}
}
