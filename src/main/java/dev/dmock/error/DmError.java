package dev.dmock.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One error as DM means it, before it is put into words: what the words are depends on the catalogue of the version
 * that answers.
 *
 * @param code DM's number; 0 for a text that is not from the catalogue
 * @param template the message's template where it differs from the catalogue's
 * @param arguments what the template is filled with; a {@link DmError} among them is rendered in full
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

    /** The catalogue's message of {@code code}, filled with {@code arguments}. */
    public static DmError of(DmCode code, Object... arguments) {
        return new DmError(code.number(), null, List.of(arguments), null, null, null, null);
    }

    /** A text that is not from DM's catalogue, answered with code 0. */
    public static DmError plain(String text) {
        return new DmError(0, "%s", List.of(text), null, null, null, null);
    }

    /** The same code with a message of its own. */
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

    /** To be thrown; nothing of the request takes effect. */
    public DmException asException() {
        return new DmException(this, false);
    }

    /** To be thrown by an operation of which the part done so far stays done. */
    public DmException afterTheFact() {
        return new DmException(this, true);
    }
}
