package dev.dmock.sql.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the tokens of a statement from left to right. */
public final class TokenReader {

    private final String sql;
    private final Dialect dialect;
    private final boolean knowsGbk;
    private final List<Token> tokens;
    private int at;

    public TokenReader(String sql, Dialect dialect) {
        this(sql, dialect, true);
    }

    /** @param knowsGbk whether TiDB's parser supports the character set gbk */
    public TokenReader(String sql, Dialect dialect, boolean knowsGbk) {
        this.sql = sql;
        this.dialect = dialect;
        this.knowsGbk = knowsGbk;
        this.tokens = Lexer.tokens(sql, dialect);
    }

    public Dialect dialect() {
        return dialect;
    }

    public boolean knowsGbk() {
        return knowsGbk;
    }

    public String sql() {
        return sql;
    }

    public Token peek() {
        return tokens.get(at);
    }

    public Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    public Token next() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    public boolean atEnd() {
        return peek().kind() == Token.Kind.END || (peek().is(";") && peek(1).kind() == Token.Kind.END);
    }

    /** Returns whether these words follow. */
    public boolean sees(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Consumes these words if all of them follow. */
    public boolean accept(String... words) {
        if (!sees(words)) {
            return false;
        }
        at += words.length;
        return true;
    }

    /** Consumes the one of these words that follows. */
    public Optional<String> acceptAny(String... words) {
        for (String word : words) {
            if (accept(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    public void expect(String... words) {
        for (String word : words) {
            if (!accept(word)) {
                throw unexpected();
            }
        }
    }

    public String expectAny(String... words) {
        return acceptAny(words).orElseThrow(this::unexpected);
    }

    public void expectEnd() {
        if (!atEnd()) {
            throw unexpected();
        }
    }

    public boolean seesName() {
        Token token = peek();
        return token.kind() == Token.Kind.QUOTED_NAME || (token.kind() == Token.Kind.WORD && !isReserved(token));
    }

    /** TiDB treats any word before a dot as a name. */
    private boolean isReserved(Token word) {
        return ReservedWords.contains(word.text(), dialect, knowsGbk) && !(dialect == Dialect.TIDB && peek(1).is("."));
    }

    public String name() {
        if (!seesName()) {
            throw unexpected();
        }
        return next().text();
    }

    /** Reads an optionally qualified name; after a dot any word is a name. */
    public TableName tableName() {
        String first = name();
        if (!accept(".")) {
            return new TableName("", first);
        }
        Token second = next();
        if (second.kind() != Token.Kind.WORD && second.kind() != Token.Kind.QUOTED_NAME) {
            at--;
            throw unexpected();
        }
        return new TableName(first, second.text());
    }

    public String string() {
        if (peek().kind() != Token.Kind.STRING) {
            throw unexpected();
        }
        return next().text();
    }

    public String number() {
        if (peek().kind() != Token.Kind.NUMBER) {
            throw unexpected();
        }
        return next().text();
    }

    /** Reads an integer up to a maximum. */
    public long integer(long most) {
        Token token = peek();
        boolean digits = token.kind() == Token.Kind.NUMBER && token.text().matches("\\d{1,18}");
        if (!digits || Long.parseLong(token.text()) > most) {
            throw unexpected();
        }
        return Long.parseLong(next().text());
    }

    /** Reads an option value: a word or string. */
    public String wordOrString() {
        Token token = peek();
        if (token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.QUOTED_NAME
                || token.kind() == Token.Kind.WORD) {
            return next().text();
        }
        throw unexpected();
    }

    public <T> List<T> commaList(Supplier<T> element) {
        List<T> all = new ArrayList<>();
        do {
            all.add(element.get());
        } while (accept(","));
        return List.copyOf(all);
    }

    public <T> List<T> inParentheses(Supplier<T> element) {
        expect("(");
        List<T> all = commaList(element);
        expect(")");
        return all;
    }

    /** Returns the text of an expression in parentheses, without the parentheses. */
    public String parenthesised() {
        expect("(");
        int start = peek().start();
        int end = start;
        for (int depth = 1; depth > 0; ) {
            Token token = next();
            if (token.kind() == Token.Kind.END || token.kind() == Token.Kind.BROKEN) {
                throw new SyntaxError(sql, token);
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            end = token.start();
        }
        return sql.substring(start, end).strip();
    }

    /** Returns the remaining text as written. */
    public String rest() {
        int start = peek().start();
        int end = start;
        while (!atEnd()) {
            end = next().end();
        }
        return sql.substring(start, end);
    }

    public SyntaxError unexpected() {
        return new SyntaxError(sql, peek());
    }

    /** Returns the error for a statement that is valid but not supported. */
    public DatabaseException unsupported(String what) {
        return DatabaseErrors.notSupported(dialect, what).asException();
    }
}
