package dev.dmock.control;

import dev.dmock.fault.FaultException;
import dev.dmock.world.WorldException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers control requests that are wrong with the field that is, and why. */
@RestControllerAdvice(basePackageClasses = ControlAdvice.class)
class ControlAdvice {

    /**
     * What is wrong with a control request.
     *
     * @param path the field, such as {@code upstreams[0].address}; empty for the whole body
     * @param error a sentence
     */
    record Wrong(String path, String error) {}

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Wrong wrong(ControlError error) {
        return new Wrong(error.path(), String.valueOf(error.getMessage()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Wrong wrong(WorldException error) {
        return new Wrong(error.path(), error.sentence());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Wrong wrong(FaultException error) {
        return new Wrong(error.path(), String.valueOf(error.getMessage()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Wrong unreadable(HttpMessageNotReadableException error) {
        Throwable cause = error.getMostSpecificCause();
        String text = String.valueOf(cause.getMessage());
        return new Wrong(
                "",
                "is not a JSON body that can be read: "
                        + text.lines().findFirst().orElse(""));
    }
}
