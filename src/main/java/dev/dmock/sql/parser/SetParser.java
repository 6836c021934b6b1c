package dev.dmock.sql.parser;

import dev.dmock.sql.expression.ExpressionParser;
import dev.dmock.sql.model.Literal;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.Token;
import dev.dmock.sql.token.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parses SET statements. */
final class SetParser {

    private final TokenReader in;

    SetParser(TokenReader in) {
        this.in = in;
    }

    /** Parses the text after SET. */
    Statement set() {
        if (in.accept("PASSWORD")) {
            return new AccountParser(in).setPassword();
        } else if (in.accept("NAMES")) {
            in.wordOrString();
            if (in.accept("COLLATE")) {
                in.wordOrString();
            }
            return new Statement.SetSession(List.of());
        } else if (in.peek().kind() == Token.Kind.END) {
            throw in.unexpected();
        }
        if (in.accept("GLOBAL")) {
            return global(in.name());
        }
        if (in.peek().upper().startsWith("@@GLOBAL") && in.peek(1).is(".")) {
            in.next();
            in.expect(".");
            return global(in.name());
        }
        List<Statement.SetSession.Assignment> all = new ArrayList<>();
        do {
            assignment(all);
        } while (in.accept(","));
        return new Statement.SetSession(List.copyOf(all));
    }

    private Statement global(String name) {
        equalsSign();
        return new Statement.SetGlobal(name, value());
    }

    private void equalsSign() {
        if (!in.accept(":=")) {
            in.expect("=");
        }
    }

    private Literal value() {
        boolean literal =
                in.peek().kind() == Token.Kind.WORD && !in.sees("NULL") && !in.sees("TRUE") && !in.sees("FALSE");
        return literal ? Literal.string(in.next().text()) : new ColumnParser(in).constant();
    }

    /** Parses a session variable or a user variable; user variables are ignored. */
    private void assignment(List<Statement.SetSession.Assignment> all) {
        Token first = in.peek();
        boolean system = first.text().startsWith("@@");
        if (first.kind() == Token.Kind.VARIABLE && !system) {
            in.next();
            equalsSign();
            new ExpressionParser(in).expression();
            return;
        }
        if (system) {
            in.next();
            String rest = first.text().substring(2);
            boolean scoped = (rest.equalsIgnoreCase("session") || rest.equalsIgnoreCase("local")) && in.accept(".");
            set(scoped ? in.name() : rest, all);
            return;
        }
        if (!in.accept("SESSION")) {
            in.accept("LOCAL");
        }
        if (in.sees("TRANSACTION") || in.sees("GLOBAL")) {
            throw in.unsupported("set " + in.peek().text());
        }
        set(in.name(), all);
    }

    private void set(String name, List<Statement.SetSession.Assignment> all) {
        equalsSign();
        all.add(new Statement.SetSession.Assignment(name.toLowerCase(Locale.ROOT), value().text()));
    }
}
