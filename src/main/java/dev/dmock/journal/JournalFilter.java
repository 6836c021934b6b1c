package dev.dmock.journal;

import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.space.wait.ConditionWaiter;
import dev.dmock.time.MachineTime;
import dev.dmock.version.ApiVersion;
import dev.dmock.web.DmRequest;
import dev.dmock.web.MaskedUrl;
import dev.dmock.web.RequestedSpace;
import dev.dmock.web.Secrets;
import dev.dmock.web.servlet.FilterOrder;
import dev.dmock.web.servlet.RequestLayers;
import dev.dmock.web.tomcat.ConnectionAbort;
import dev.dmock.web.wrapper.SpaceRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Records every call of the DM API in its space's journal, as the client sent and received it. */
@Component
@Order(FilterOrder.JOURNAL)
class JournalFilter extends OncePerRequestFilter {

    private static final List<String> OF_REQUESTS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ACCEPT, HttpHeaders.USER_AGENT, "X-DMock-Space");
    private static final List<String> OF_ANSWERS = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION);

    private final Journals journals;
    private final Spaces spaces;
    private final RequestLayers layers;
    private final MachineTime machine;
    private final ConditionWaiter watch;

    JournalFilter(Journals journals, Spaces spaces, RequestLayers layers, MachineTime machine, ConditionWaiter watch) {
        this.journals = journals;
        this.spaces = spaces;
        this.layers = layers;
        this.machine = machine;
        this.watch = watch;
    }

    /** The data of a call that is known when the request arrives. */
    private record Arrival(Instant at, ApiVersion api, Instant machineTime, long ticks) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/_dmock") || path.startsWith("/_dmock/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SpaceName space = RequestedSpace.of(request).name();
        Instant now = machine.now();
        long ticks = machine.ticks();
        Arrival arrival = spaces.read(
                space, draft -> new Arrival(draft.now(), draft.settings().api(), now, ticks));
        RecordingResponse kept = new RecordingResponse(response);
        boolean answered = false;
        try {
            chain.doFilter(request, kept);
            answered = !ConnectionAbort.happened(request) || kept.isCommitted();
        } finally {
            journals.add(space, entry(arrival, request, kept, answered));
            watch.noticed(space);
        }
        kept.release();
    }

    private JournalEntry entry(
            Arrival arrival, HttpServletRequest request, RecordingResponse answer, boolean answered) {
        Optional<DmRequest> accepted = DmRequest.of(request);
        ApiVersion api = accepted.map(DmRequest::version).orElse(arrival.api());
        String path = request.getRequestURI();
        String query = request.getQueryString();
        return new JournalEntry(
                0,
                arrival.at(),
                arrival.machineTime(),
                Duration.ofNanos(machine.ticks() - arrival.ticks()),
                api,
                accepted.map(DmRequest::operationId)
                        .or(() -> layers.of(api).operationId(request.getMethod(), path, query))
                        .orElse(null),
                request.getMethod(),
                MaskedUrl.masked(asText(path)),
                query == null ? null : MaskedUrl.masked(asText(query)),
                headers(OF_REQUESTS, request::getHeader),
                body(request).orElse(null),
                answered ? answer.getStatus() : null,
                headers(OF_ANSWERS, name -> header(answer, name)),
                answer.content().orElse(null));
    }

    private static Optional<JournaledBody> body(HttpServletRequest request) {
        SpaceRequest original = WebUtils.getNativeRequest(request, SpaceRequest.class);
        return Optional.ofNullable(original)
                .flatMap(SpaceRequest::bodyIfRead)
                .filter(bytes -> bytes.length > 0)
                .map(bytes -> JournaledBody.of(bytes, bytes.length));
    }

    /** Decodes the bytes again, since the server maps each byte to one char. */
    private static String asText(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static @Nullable String header(HttpServletResponse answer, String name) {
        return name.equals(HttpHeaders.CONTENT_TYPE) ? answer.getContentType() : answer.getHeader(name);
    }

    private static Map<String, String> headers(List<String> names, Function<String, @Nullable String> values) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : names) {
            String value = values.apply(name);
            if (value != null) {
                boolean address = name.equals(HttpHeaders.LOCATION);
                found.put(name, address ? MaskedUrl.masked(value) : Secrets.masked(value));
            }
        }
        return found;
    }
}
