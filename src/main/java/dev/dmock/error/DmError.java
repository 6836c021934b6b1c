package dev.dmock.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One DM error before formatting: its text depends on the catalogue of the answering version.
 *
 * @param code DM's number; 0 for a text that is not from the catalogue
 * @param template the message's template where it differs from the catalogue's
 * @param arguments the template's arguments; a {@link DmError} among them is rendered in full
 * @param annotation a text put before the message, followed by ": "
 * @param errorClass the class where it differs from the catalogue's
 * @param scope the scope where it differs from the catalogue's
 * @param cause the text after "RawCause: "
 */
public record DmError(
        int code,
        @Nullable String template,
        List<?> arguments,
        @Nullable String annotation,
        @Nullable String errorClass,
        @Nullable String scope,
        @Nullable String cause) {

    /** Creates an error with the catalogue's message of {@code code}, filled with {@code arguments}. */
    public static DmError of(DmCode code, Object... arguments) {
        return new DmError(code.number(), null, List.of(arguments), null, null, null, null);
    }

    /** Creates an error with a text outside DM's catalogue and with code 0. */
    public static DmError plain(String text) {
        return new DmError(0, "%s", List.of(text), null, null, null, null);
    }

    /** Returns a copy with its own message. */
    public DmError message(String otherTemplate, Object... otherArguments) {
        return new DmError(code, otherTemplate, List.of(otherArguments), annotation, errorClass, scope, cause);
    }

    public DmError annotated(String text) {
        return new DmError(code, template, arguments, text, errorClass, scope, cause);
    }

    public DmError withClass(String otherClass) {
        return new DmError(code, template, arguments, annotation, otherClass, scope, cause);
    }

    public DmError withScope(String otherScope) {
        return new DmError(code, template, arguments, annotation, errorClass, otherScope, cause);
    }

    public DmError causedBy(String text) {
        return new DmError(code, template, arguments, annotation, errorClass, scope, text);
    }

    /** Returns an exception that discards all changes of the request. */
    public DmException asException() {
        return new DmException(this, false);
    }

    /** Returns an exception that keeps the changes made so far. */
    public DmException afterTheFact() {
        return new DmException(this, true);
    }
}
