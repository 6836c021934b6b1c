package dev.dmock.web.servlet;

import dev.dmock.error.DmException;
import dev.dmock.space.DependencyTracker;
import dev.dmock.version.ApiVersion;
import dev.dmock.version.Generation;
import dev.dmock.web.ApiContext;
import dev.dmock.web.ApiContext.Answering;
import dev.dmock.web.DmRequest;
import dev.dmock.web.RequestedSpace;
import dev.dmock.web.json.ErrorShapes;
import dev.dmock.web.request.RawRequest;
import dev.dmock.web.request.RequestDecision;
import dev.dmock.web.request.RequestDecision.Accepted;
import dev.dmock.web.request.RequestDecision.Body;
import dev.dmock.web.request.RequestDecision.Refused;
import dev.dmock.web.request.RequestLayer;
import dev.dmock.web.wrapper.AcceptedRequest;
import dev.dmock.web.wrapper.NoErrorPageResponse;
import dev.dmock.web.wrapper.RawContentType;
import dev.dmock.web.wrapper.RawContentTypeResponse;
import dev.dmock.web.wrapper.SpaceRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * The entry filter of the DM API. It answers every path outside {@code /_dmock} as the space's version of DM-master
 * does; valid requests go to a controller of the generation.
 */
@Component
@Order(FilterOrder.REQUEST_LAYER)
class DmApiFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DmApiFilter.class);
    private static final String CONTROL = "/_dmock";
    private static final byte[] UNREAD_BODY = {};

    private final ApiContext context;
    private final RequestLayers layers;
    private final ErrorShapes errors;
    private final ResponseCache known;

    DmApiFilter(ApiContext context, RequestLayers layers, ErrorShapes errors, ResponseCache known) {
        this.context = context;
        this.layers = layers;
        this.errors = errors;
        this.known = known;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(CONTROL) || path.startsWith(CONTROL + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse wrapped, FilterChain chain)
            throws IOException {
        HttpServletResponse response = new RawContentTypeResponse(request, wrapped);
        Cors.allowAll(response);
        if (request.getMethod().equals("OPTIONS")) {
            response.setContentLength(0);
            return;
        }
        try {
            answer(request, response, chain);
        } catch (DmException unreachable) {
            // the space's version is unknown
            errors.send(response, Generation.V5, unreachable.error());
        } catch (ServletException | RuntimeException e) {
            Optional<DmRequest> accepted = DmRequest.of(request);
            LOG.error("{} failed", accepted.map(DmRequest::operationId).orElse("A request"), e);
            if (!response.isCommitted()) {
                response.resetBuffer();
                errors.sendUnexpected(
                        response, accepted.map(r -> r.version().generation()).orElse(Generation.V5));
            }
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestedSpace space = RequestedSpace.of(request);
        if (known.answer(request, space, response)) {
            return;
        }
        try (DependencyTracker trace = known.trace(space)) {
            answer(request, space, response, chain, trace);
        }
    }

    private void answer(
            HttpServletRequest request,
            RequestedSpace space,
            HttpServletResponse response,
            FilterChain chain,
            DependencyTracker trace)
            throws ServletException, IOException {
        Answering answering = context.answering(space.name(), request.getLocalPort());
        RequestLayer layer = layers.of(answering.version());
        RawRequest seen = raw(request, space, UNREAD_BODY);
        Optional<Refused> turnedAway = layer.frontDoor(seen);
        if (turnedAway.isPresent()) {
            RawContentType.send(response, turnedAway.get());
        } else if (!answering.leads() && answering.version().generation() == Generation.V5) {
            response.setHeader("Location", "http://" + answering.leaderAddress() + seen.target());
            RawContentType.send(response, HttpServletResponse.SC_TEMPORARY_REDIRECT, null, "");
        } else {
            if (!answering.leads()) {
                Cors.allowAll(response);
            }
            Optional<byte[]> body = body(request);
            if (body.isPresent()) {
                RequestDecision outcome = layer.judge(raw(request, space, body.get()));
                carryOut(outcome, answering.version(), request, response, chain);
                if (answering.leads()) {
                    known.keep(request, response, trace);
                }
            }
        }
    }

    private static void carryOut(
            RequestDecision outcome,
            ApiVersion version,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (outcome instanceof Refused refused) {
            RawContentType.send(response, refused);
            return;
        }
        Accepted accepted = (Accepted) outcome;
        boolean sent = !(accepted.body() instanceof Body.Given given) || given.sent();
        new DmRequest(RequestedSpace.of(request), version, accepted.operationId(), accepted.path(), sent)
                .remember(request);
        chain.doFilter(new AcceptedRequest(request, version.generation(), accepted), new NoErrorPageResponse(response));
    }

    /** Reads the body; empty if the transfer failed, which the server has answered already. */
    private static Optional<byte[]> body(HttpServletRequest request) {
        try {
            SpaceRequest original = WebUtils.getNativeRequest(request, SpaceRequest.class);
            return Optional.of(
                    Objects.requireNonNull(original, "no space was resolved").body());
        } catch (IOException e) {
            LOG.debug("The body of a request did not arrive", e);
            return Optional.empty();
        }
    }

    /** Converts a request; Tomcat provides paths and queries with one char per byte, as the request layer expects. */
    private static RawRequest raw(HttpServletRequest request, RequestedSpace space, byte[] body) {
        return new RawRequest(
                request.getMethod(),
                space.prefix(),
                request.getRequestURI(),
                request.getQueryString(),
                request.getContentType(),
                body);
    }
}
