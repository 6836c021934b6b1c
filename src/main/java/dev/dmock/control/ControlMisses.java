package dev.dmock.control;

import dev.dmock.control.ControlAdvice.Wrong;
import dev.dmock.web.DmRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers control requests for which there is no operation: an unknown path, another method, a body of another type. */
@RestControllerAdvice
class ControlMisses {

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
        String detail = answer.getBody().getDetail();
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(answer.getHeaders());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers)
                .body(new Wrong("", asked + ": " + (detail == null ? "there is no such operation" : detail)));
    }
}
