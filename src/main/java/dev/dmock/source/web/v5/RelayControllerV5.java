package dev.dmock.source.web.v5;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.RelayService;
import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.web.V5;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Starts, stops, pauses and resumes the relay of a source. The documentation page has PATCH; v5.3.0, against which this
 * was verified, has POST.
 */
@V5
class RelayControllerV5 {

    private final Spaces spaces;
    private final RelayService relays;

    RelayControllerV5(Spaces spaces, RelayService relays) {
        this.spaces = spaces;
        this.relays = relays;
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

    /** The workers that start to pull, and the start position. */
    record StartRequest(
            @JsonProperty("worker_name_list") List<String> workers,
            @JsonProperty("relay_binlog_name") @Nullable String binlogName,
            @JsonProperty("relay_binlog_gtid") @Nullable String binlogGtid,
            @JsonProperty("relay_dir") @Nullable String dir) {}

    /** The workers that stop pulling. */
    record StopRequest(@JsonProperty("worker_name_list") List<String> workers) {}
}
