package dev.dmock.control;

import dev.dmock.control.ControlExceptionHandler.Wrong;
import dev.dmock.web.DmRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers control requests that match no operation because of their path, method or content type. */
@RestControllerAdvice
class UnmatchedControlRequests {

    @ExceptionHandler({
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class
    })
    ResponseEntity<Wrong> missed(Exception miss, HttpServletRequest request) throws Exception {
        if (DmRequest.of(request).isPresent() || !(miss instanceof ErrorResponse answer)) {
            throw miss;
        }
        String asked = request.getMethod() + " " + request.getRequestURI();
        int status = answer.getStatusCode().value();
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(answer.getHeaders());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON) // sent even if the Accept header excludes it
                .body(new Wrong("", asked + ": " + reason(status)));
    }

    private static String reason(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "there is nothing at this path, see /_dmock/openapi.json";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "there are other methods at this path, but not this one";
            case HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE -> "a body has to be JSON, or YAML where it is a world";
            default -> "the answer is JSON, which is not accepted";
        };
    }
}
