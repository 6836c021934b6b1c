package dev.dmock.control;

import dev.dmock.fault.FaultException;
import dev.dmock.space.snapshot.SnapshotException;
import dev.dmock.space.wait.TooManyWaitingException;
import dev.dmock.web.Secrets;
import dev.dmock.world.WorldException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Answers invalid control requests with the invalid field and the reason. */
@RestControllerAdvice(basePackageClasses = ControlExceptionHandler.class)
class ControlExceptionHandler {

    /**
     * An error of a control request.
     *
     * @param path the field, such as {@code upstreams[0].address}, or the parameter; empty for the whole body
     * @param error the reason as a sentence
     */
    record Wrong(String path, String error) {}

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Wrong wrong(InvalidControlRequestException error) {
        return new Wrong(error.path(), String.valueOf(error.getMessage()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Wrong notFound(ControlNotFoundException error) {
        return new Wrong(error.path(), String.valueOf(error.getMessage()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Wrong wrong(WorldException error) {
        return new Wrong(
                error.path(), Secrets.masked(error.sentence())); // the sentence may quote a statement with secrets
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Wrong wrong(SnapshotException error) {
        return new Wrong(error.path(), error.sentence());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    Wrong busy(TooManyWaitingException error) {
        return new Wrong("", String.valueOf(error.getMessage()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Wrong mistyped(MethodArgumentTypeMismatchException error) {
        return new Wrong(error.getName(), "has to be " + wanted(error.getRequiredType()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Wrong missing(MissingServletRequestParameterException error) {
        return new Wrong(error.getParameterName(), "has to be given");
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
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return new Wrong(path(unknown), "there is no such field");
        }
        if (cause instanceof MismatchedInputException mistyped) {
            return new Wrong(path(mistyped), "has to be " + wanted(mistyped.getTargetType()));
        }
        if (cause instanceof JacksonException broken) {
            return new Wrong(path(broken), "is not JSON: " + firstLine(broken.getOriginalMessage()));
        }
        return new Wrong("", "a JSON body is needed");
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "an integer";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return type == String.class ? "a text" : "an object";
    }

    private static String path(JacksonException error) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : error.getPath()) {
            String name = reference.getPropertyName();
            if (name == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static String firstLine(@Nullable String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}
