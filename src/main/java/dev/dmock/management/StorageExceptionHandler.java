package dev.dmock.management;

import dev.dmock.error.DmException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers control requests with 503 when the database fails, which is their only cause of a {@link DmException}. */
@RestControllerAdvice(basePackages = "dev.dmock.control")
@Order(Ordered.LOWEST_PRECEDENCE)
class StorageExceptionHandler {

    /** An error in the format of the control API. */
    record Wrong(String path, String error) {}

    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    Wrong storageFailed(DmException failure) {
        return new Wrong("", "the database that keeps the spaces fails; the log says why");
    }
}
