package dev.dmock.management;

import dev.dmock.error.DmException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers control requests when the database fails; nothing else makes them fail as an operation of DM does. */
@RestControllerAdvice(basePackages = "dev.dmock.control")
@Order(Ordered.LOWEST_PRECEDENCE)
class StorageExceptionHandler {

    /** What is wrong, in the shape of the control API's answers. */
    record Wrong(String path, String error) {}

    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    Wrong notKept(DmException failure) {
        return new Wrong("", "the database that keeps the spaces fails; the log says why");
    }
}
