package dev.dmock.source.web;

import dev.dmock.cluster.Worker;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.source.RelayLog;
import dev.dmock.source.RelayService;
import dev.dmock.source.Source;
import dev.dmock.source.SourceService;
import dev.dmock.source.web.SourceStatusView.RelayStatusView;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.ErrorTexts;
import dev.dmock.version.Generation;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Queries the status of a source on its workers. Verified against v5.3.0 and v8.1.0. */
@Component
public class SourceStatuses {

    /** The prefix of the sources' settings in etcd. */
    private static final String SETTINGS = "/dm-master/v2/upstream/config/";

    private final SourceService sources;
    private final RelayService relays;
    private final RelayLog relayLog;
    private final ErrorTexts errors;

    SourceStatuses(SourceService sources, RelayService relays, RelayLog relayLog, ErrorTexts errors) {
        this.sources = sources;
        this.relays = relays;
        this.relayLog = relayLog;
        this.errors = errors;
    }

    /** Returns the status on each worker; without a worker, the status has only the source's name. */
    public List<SourceStatusView> of(Draft draft, Source source) {
        List<Worker> workers = sources.workers(draft, source);
        return workers.isEmpty()
                ? List.of(SourceStatusView.unbound(source.name()))
                : workers.stream().map(w -> of(draft, source, w)).toList();
    }

    private SourceStatusView of(Draft draft, Source source, Worker worker) {
        if (worker.silent() || !worker.online()) {
            DmError error = worker.noAnswer(draft.settings().api().generation());
            return new SourceStatusView(
                    source.name(), worker.online() ? worker.name() : "", null, errors.text(draft, error));
        }
        boolean pulls = relayLog.pulls(draft, source, worker);
        RelayStatusView relay = pulls ? RelayStatusView.of(relays.status(draft, source, worker)) : null;
        return new SourceStatusView(source.name(), worker.name(), relay, pulls ? null : error(draft, source, worker));
    }

    /**
     * Returns the error of a worker that was told to pull relay log but cannot read the source's settings; v5 hides it.
     */
    private @Nullable String error(Draft draft, Source source, Worker worker) {
        if (!relays.isStuck(source, worker)) {
            return null;
        }
        if (!source.name().equals(worker.source())) {
            return errors.text(draft, DmError.of(DmCode.WORKER_NO_START));
        }
        String key = HexFormat.of().formatHex(source.name().getBytes(StandardCharsets.UTF_8));
        return draft.settings().api().generation() == Generation.V8
                ? "incapable config of " + SETTINGS + key + " from etcd\n"
                : null;
    }

    /** Returns the status for a list of sources, in which a source without a worker has an error. */
    public List<SourceStatusView> besides(Draft draft, Source source) {
        if (!sources.workers(draft, source).isEmpty()) {
            return of(draft, source);
        }
        DmError error = DmError.of(DmCode.MASTER_WORKER_ARGS_EXTRACTOR)
                .message("%s relevant worker-client not found", source.name());
        return List.of(new SourceStatusView(source.name(), "", null, errors.text(draft, error)));
    }
}
