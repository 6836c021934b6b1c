package dev.dmock.web.request;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A media type, parsed from a Content-Type header as Go's package mime does.
 *
 * @param type without parameters, in lower case
 * @param parameters by their names in lower case
 */
record MediaType(String type, Map<String, String> parameters) {

    private static final String SEPARATORS = "()<>@,;:\\\"/[]?=";

    /** Reports with Go's error text why a media type is invalid. */
    static final class InvalidException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidException(String text) {
            super(text, null, false, false);
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    static MediaType parse(String header) throws InvalidException {
        int end = header.indexOf(';');
        String type = (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        checkType(type);
        Parameters parameters = new Parameters(end < 0 ? "" : header.substring(end));
        return new MediaType(type, parameters.read());
    }

    private static void checkType(String type) throws InvalidException {
        int slash = tokenEnd(type, 0);
        if (slash == 0) {
            throw new InvalidException("mime: no media type");
        }
        if (slash == type.length()) {
            return;
        }
        if (type.charAt(slash) != '/') {
            throw new InvalidException("mime: expected slash after first token");
        }
        int end = tokenEnd(type, slash + 1);
        if (end == slash + 1) {
            throw new InvalidException("mime: expected token after slash");
        }
        if (end != type.length()) {
            throw new InvalidException("mime: unexpected content after media subtype");
        }
    }

    private static int tokenEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isTokenLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isTokenLetter(char c) {
        return c > ' ' && c < '\u007f' && SEPARATORS.indexOf(c) < 0;
    }

    /** Parses the parameters after the type. */
    private static final class Parameters {

        private final String text;
        private int at;

        Parameters(String text) {
            this.text = text;
        }

        Map<String, String> read() throws InvalidException {
            Map<String, String> found = new HashMap<>();
            skipBlanks();
            while (at < text.length()) {
                if (text.substring(at).strip().equals(";")) {
                    return found;
                }
                String name = name();
                String value = value();
                String before = found.put(name, value);
                if (before != null && !before.equals(value)) {
                    throw new InvalidException("mime: duplicate parameter name");
                }
                skipBlanks();
            }
            return found;
        }

        private String name() throws InvalidException {
            expect(';');
            skipBlanks();
            String name = token().toLowerCase(Locale.ROOT);
            skipBlanks();
            expect('=');
            skipBlanks();
            return name;
        }

        private String value() throws InvalidException {
            if (at < text.length() && text.charAt(at) == '"') {
                return quoted();
            }
            return token();
        }

        private String token() throws InvalidException {
            int end = tokenEnd(text, at);
            if (end == at) {
                throw invalid();
            }
            String token = text.substring(at, end);
            at = end;
            return token;
        }

        private String quoted() throws InvalidException {
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    at++;
                    return value.toString();
                }
                boolean escape = c == '\\' && at + 1 < text.length() && SEPARATORS.indexOf(text.charAt(at + 1)) >= 0;
                if (escape) {
                    at++;
                }
                value.append(text.charAt(at));
            }
            throw invalid();
        }

        private void expect(char c) throws InvalidException {
            if (at >= text.length() || text.charAt(at) != c) {
                throw invalid();
            }
            at++;
        }

        private void skipBlanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private static InvalidException invalid() {
            return new InvalidException("mime: invalid media parameter");
        }
    }
}
