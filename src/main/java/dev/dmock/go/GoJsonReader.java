package dev.dmock.go;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses the first JSON value of a text as Go's {@code json.Decoder} does: ignores the rest of the text and reports the
 * decoder's errors. It refuses nesting deeper than {@value #MAX_DEPTH}, longer strings and more values than any
 * configuration has; the errors resemble the decoder's for its own, higher nesting limit.
 */
public final class GoJsonReader {

    static final int MAX_DEPTH = 64;
    static final int MAX_STRING_LENGTH = 1 << 18;
    static final int MAX_VALUES = 100_000;

    private static final int END = -1;

    private final byte[] bytes;
    private final boolean trailingCommas;
    private int at;
    private int depth;
    private int values;

    private GoJsonReader(byte[] bytes, boolean trailingCommas) {
        this.bytes = bytes;
        this.trailingCommas = trailingCommas;
    }

    /**
     * Parses a value.
     *
     * @param trailingCommas whether to accept a comma after the last element, as the documentation page does
     * @throws GoSyntaxException if the text does not begin with a JSON value
     */
    public static Json read(byte[] bytes, boolean trailingCommas) throws GoSyntaxException {
        GoJsonReader reader = new GoJsonReader(bytes, trailingCommas);
        reader.skipSpace();
        if (reader.peek() == END) {
            throw new GoSyntaxException("EOF");
        }
        return reader.value();
    }

    private Json value() throws GoSyntaxException {
        int c = peek();
        if (++values > MAX_VALUES) {
            throw unexpected("exceeded max number of values");
        }
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Text(string(), at);
            case 't' -> new Json.Bool(literal("true"), at);
            case 'f' -> new Json.Bool(!literal("false"), at);
            case 'n' -> {
                literal("null");
                yield new Json.Null(at);
            }
            default -> {
                if (c == '-' || isDigit(c)) {
                    yield new Json.Num(number(), at);
                }
                throw unexpected("looking for beginning of value");
            }
        };
    }

    private Json object() throws GoSyntaxException {
        enter();
        int offset = at;
        Map<String, Json> members = new LinkedHashMap<>();
        List<Json.Member> sent = new ArrayList<>();
        skipSpace();
        boolean first = true;
        while (!(peek() == '}' && (first || trailingCommas))) {
            if (peek() != '"') {
                throw unexpected("looking for beginning of object key string");
            }
            String name = string();
            skipSpace();
            if (peek() != ':') {
                throw unexpected("after object key");
            }
            at++;
            skipSpace();
            Json value = value();
            members.remove(name);
            members.put(name, value);
            sent.add(new Json.Member(name, value));
            skipSpace();
            first = false;
            if (peek() == '}') {
                break;
            }
            if (peek() != ',') {
                throw unexpected("after object key:value pair");
            }
            at++;
            skipSpace();
        }
        leave();
        return new Json.Obj(members, sent, offset);
    }

    private Json array() throws GoSyntaxException {
        enter();
        int offset = at;
        List<Json> elements = new ArrayList<>();
        skipSpace();
        boolean first = true;
        while (!(peek() == ']' && (first || trailingCommas))) {
            elements.add(value());
            skipSpace();
            first = false;
            if (peek() == ']') {
                break;
            }
            if (peek() != ',') {
                throw unexpected("after array element");
            }
            at++;
            skipSpace();
        }
        leave();
        return new Json.Array(elements, offset);
    }

    private void enter() throws GoSyntaxException {
        if (++depth > MAX_DEPTH) {
            throw unexpected("exceeded max depth");
        }
        at++;
    }

    private void leave() {
        depth--;
        at++;
    }

    private String string() throws GoSyntaxException {
        int begin = ++at;
        boolean escapes = false;
        while (peek() != '"') {
            int c = peek();
            if (c == END || c < ' ') {
                throw unexpected("in string literal");
            }
            if (at - begin >= MAX_STRING_LENGTH) {
                throw unexpected("exceeded max length of string");
            }
            at++;
            if (c == '\\') {
                escapes = true;
                escape();
            }
        }
        int end = at++;
        return escapes ? GoEscapes.unescape(bytes, begin, end) : GoText.utf8(bytes, begin, end);
    }

    private void escape() throws GoSyntaxException {
        int c = peek();
        if (c == END || "bfnrt\\/\"u".indexOf(c) < 0) {
            throw unexpected("in string escape code");
        }
        at++;
        for (int i = 0; c == 'u' && i < 4; i++) {
            if (GoEscapes.hex(peek()) < 0) {
                throw unexpected("in \\u hexadecimal character escape");
            }
            at++;
        }
    }

    private String number() throws GoSyntaxException {
        int begin = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits("in numeric literal");
        }
        if (peek() == '.') {
            at++;
            digits("after decimal point in numeric literal");
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits("in exponent of numeric literal");
        }
        return GoText.utf8(bytes, begin, at);
    }

    private void digits(String where) throws GoSyntaxException {
        if (!isDigit(peek())) {
            throw unexpected(where);
        }
        while (isDigit(peek())) {
            at++;
        }
    }

    private boolean literal(String word) throws GoSyntaxException {
        for (int i = 0; i < word.length(); i++, at++) {
            if (peek() != word.charAt(i)) {
                throw unexpected("in literal " + word + " (expecting '" + word.charAt(i) + "')");
            }
        }
        return true;
    }

    private GoSyntaxException unexpected(String where) {
        return new GoSyntaxException(
                peek() == END ? "unexpected EOF" : "invalid character " + GoText.quoteByte(peek()) + " " + where);
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') {
            at++;
        }
    }

    private int peek() {
        return at < bytes.length ? bytes[at] & 0xFF : END;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
