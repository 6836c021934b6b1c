package dev.dmock.sql.token;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits a statement into tokens as MySQL's and TiDB's lexers do. Comments are dropped, but the text in
 * {@code /*!…*}{@code /} belongs to the statement, and for TiDB the text in {@code /*T!…*}{@code /}, too.
 */
public final class Lexer {

    private static final Pattern BITS = Pattern.compile("[xX]'[0-9a-fA-F]*+'|[bB]'[01]*+'");
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");

    private final String sql;
    private final Dialect dialect;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean inSpecialComment;

    private Lexer(String sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** Returns the tokens of a statement, followed by an {@code END} token. */
    public static List<Token> tokens(String sql, Dialect dialect) {
        Lexer lexer = new Lexer(sql, dialect);
        while (lexer.skipToNext()) {
            lexer.next();
        }
        lexer.add(Token.Kind.END, "", lexer.at);
        return lexer.tokens;
    }

    private boolean skipToNext() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '#' || (sql.startsWith("--", at) && endsWordAt(at + 2))) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end;
            } else if (sql.startsWith("/*", at)) {
                comment();
            } else if (inSpecialComment && sql.startsWith("*/", at)) {
                inSpecialComment = false;
                at += 2;
            } else {
                return true;
            }
        }
        return false;
    }

    private boolean endsWordAt(int index) {
        return index >= sql.length() || Character.isWhitespace(sql.charAt(index));
    }

    private void comment() {
        if (sql.startsWith("/*!", at)) {
            inSpecialComment = true;
            at += 3;
            while (at < sql.length() && Character.isDigit(sql.charAt(at))) {
                at++;
            }
        } else if (dialect == Dialect.TIDB && sql.startsWith("/*T!", at)) {
            inSpecialComment = true;
            at += 4;
            if (at < sql.length() && sql.charAt(at) == '[') {
                int end = sql.indexOf(']', at);
                at = end < 0 ? sql.length() : end + 1;
            }
        } else {
            int end = sql.indexOf("*/", at + 2);
            if (end < 0) {
                int start = at;
                at = sql.length();
                add(Token.Kind.BROKEN, "", start);
            } else {
                at = end + 2;
            }
        }
    }

    private void next() {
        int start = at;
        char c = sql.charAt(at);
        if (c == '`') {
            quoted('`', Token.Kind.QUOTED_NAME);
        } else if (c == '\'' || c == '"') {
            quoted(c, Token.Kind.STRING);
        } else if ((c == 'x' || c == 'X' || c == 'b' || c == 'B') && sql.startsWith("'", at + 1)) {
            bits();
        } else if (Character.isDigit(c)
                || (c == '.' && at + 1 < sql.length() && Character.isDigit(sql.charAt(at + 1)) && !behindName())) {
            number();
        } else if (c == '@') {
            at = endOfWord(sql.startsWith("@@", at) ? at + 2 : at + 1);
            add(Token.Kind.VARIABLE, sql.substring(start, at), start);
        } else if (isWordPart(c)) {
            at = endOfWord(at);
            add(Token.Kind.WORD, sql.substring(start, at), start);
        } else {
            at += sql.startsWith("<=>", at) ? 3 : isPair() ? 2 : 1;
            add(Token.Kind.SYMBOL, sql.substring(start, at), start);
        }
    }

    /** Reads {@code x'ff'}, which needs whole bytes, or {@code b'01'}, which has any number of bits. */
    private void bits() {
        int start = at;
        int end = sql.indexOf('\'', at + 2);
        at = end < 0 ? sql.length() : end + 1;
        boolean hex = Character.toLowerCase(sql.charAt(start)) == 'x';
        boolean wholeBytes = !hex || (at - start) % 2 == 1;
        boolean right = wholeBytes && BITS.matcher(sql.substring(start, at)).matches();
        add(right ? Token.Kind.BITS : Token.Kind.BROKEN, sql.substring(start, at), start);
    }

    private boolean behindName() {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.end() == at && (last.kind() == Token.Kind.WORD || last.kind() == Token.Kind.QUOTED_NAME);
    }

    private boolean isPair() {
        return List.of("<=", ">=", "<>", "!=", ":=", "&&", "||").stream().anyMatch(p -> sql.startsWith(p, at));
    }

    /** Reads a number, or a name that starts with digits, such as {@code 2nd}. */
    private void number() {
        int start = at;
        if (sql.startsWith("0x", at)
                && HEX.matcher(sql.substring(at, endOfWord(at))).matches()) {
            at = endOfWord(at);
            add(Token.Kind.BITS, "x'" + sql.substring(start + 2, at) + "'", start);
            return;
        }
        while (at < sql.length() && Character.isDigit(sql.charAt(at))) {
            at++;
        }
        if (at < sql.length() && sql.charAt(at) == '.') {
            at++;
            while (at < sql.length() && Character.isDigit(sql.charAt(at))) {
                at++;
            }
        }
        int exponent = exponentEnd();
        if (exponent > at) {
            at = exponent;
        } else if (at < sql.length() && isWordPart(sql.charAt(at)) && sql.indexOf('.', start) != at - 1) {
            at = endOfWord(at);
            add(Token.Kind.WORD, sql.substring(start, at), start);
            return;
        }
        add(Token.Kind.NUMBER, sql.substring(start, at), start);
    }

    private int exponentEnd() {
        if (at >= sql.length() || Character.toLowerCase(sql.charAt(at)) != 'e') {
            return at;
        }
        int digits = at + 1;
        if (digits < sql.length() && (sql.charAt(digits) == '+' || sql.charAt(digits) == '-')) {
            digits++;
        }
        int end = digits;
        while (end < sql.length() && Character.isDigit(sql.charAt(end))) {
            end++;
        }
        return end > digits ? end : at;
    }

    private void quoted(char quote, Token.Kind kind) {
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == '\\' && quote != '`' && at < sql.length()) {
                text.append(Escapes.unescape(sql.charAt(at++)));
            } else if (c != quote) {
                text.append(c);
            } else if (at < sql.length() && sql.charAt(at) == quote) {
                text.append(quote);
                at++;
            } else {
                add(kind, text.toString(), start);
                return;
            }
        }
        add(Token.Kind.BROKEN, text.toString(), start);
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= '\u0080';
    }

    private void add(Token.Kind kind, String text, int start) {
        tokens.add(new Token(kind, text, start, at));
    }
}
