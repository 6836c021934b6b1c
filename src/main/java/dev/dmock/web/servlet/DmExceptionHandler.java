package dev.dmock.web.servlet;

import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.error.ServerPanicException;
import dev.dmock.version.Generation;
import dev.dmock.web.DmRequest;
import dev.dmock.web.EmptyNotFoundException;
import dev.dmock.web.EveryGeneration;
import dev.dmock.web.V5;
import dev.dmock.web.V8;
import dev.dmock.web.json.ErrorShapes;
import dev.dmock.web.wrapper.RawContentType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Renders exceptions of the DM API's operations in the format of the requested generation. */
@RestControllerAdvice(annotations = {V5.class, V8.class, EveryGeneration.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class DmExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DmExceptionHandler.class);

    private final ErrorShapes shapes;

    DmExceptionHandler(ErrorShapes shapes) {
        this.shapes = shapes;
    }

    @ExceptionHandler
    void dmError(DmException error, HttpServletRequest request, HttpServletResponse response) throws IOException {
        shapes.send(response, generation(request), error.error());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    void nothing(EmptyNotFoundException error) {
        // the response is empty
    }

    /** Renders a panic: v5.3 returns its text as an error, v8 returns 500 without a body. */
    @ExceptionHandler
    void panic(ServerPanicException panic, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (generation(request)) {
            case V5 -> shapes.send(response, Generation.V5, DmError.plain(panic.text()));
            case V8 -> RawContentType.send(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, null, "");
        }
    }

    @ExceptionHandler
    void mistake(Exception mistake, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.error("{} failed", DmRequest.of(request).map(DmRequest::operationId).orElse("?"), mistake);
        shapes.sendUnexpected(response, generation(request));
    }

    private static Generation generation(HttpServletRequest request) {
        return DmRequest.of(request).orElseThrow().version().generation();
    }
}
