package dev.dmock.sql.parser;

import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.Token;
import dev.dmock.sql.token.TokenReader;

/** Parses statements that begin and end transactions. */
final class TransactionParser {

    private final TokenReader in;

    TransactionParser(TokenReader in) {
        this.in = in;
    }

    Statement statement() {
        switch (in.next().upper()) {
            case "BEGIN":
                in.accept("WORK");
                return new Statement.Transaction(Statement.Control.BEGIN);
            case "START":
                if (in.sees("SLAVE")) {
                    throw in.unsupported("start slave");
                }
                in.expect("TRANSACTION");
                if (in.sees("READ", "ONLY")) {
                    throw in.unsupported("transactions that read only");
                }
                if (!in.accept("READ", "WRITE")) {
                    in.accept("WITH", "CONSISTENT", "SNAPSHOT");
                }
                return new Statement.Transaction(Statement.Control.BEGIN);
            case "COMMIT":
                return ending(Statement.Control.COMMIT);
            case "ROLLBACK":
                return ending(Statement.Control.ROLLBACK);
            default:
                return xa();
        }
    }

    private Statement ending(Statement.Control control) {
        in.accept("WORK");
        if (in.sees("TO") || in.sees("AND") || in.sees("RELEASE")) {
            throw in.unsupported(control + " " + in.peek().text());
        }
        return new Statement.Transaction(control);
    }

    private Statement xa() {
        if (in.sees("RECOVER")) {
            throw in.unsupported("xa recover");
        }
        String verb = in.expectAny("START", "BEGIN", "END", "PREPARE", "COMMIT", "ROLLBACK");
        Statement.Control control = Statement.Control.valueOf(verb.equals("START") ? "BEGIN" : verb);
        String xid = xid();
        if (in.sees("JOIN") || in.sees("RESUME") || in.sees("SUSPEND")) {
            throw in.unsupported("xa ... " + in.peek().text());
        }
        boolean onePhase = control == Statement.Control.COMMIT && in.accept("ONE", "PHASE");
        return new Statement.Xa(control, xid, onePhase);
    }

    /** Parses an XA transaction id: the global part, and optionally the branch and the format. */
    private String xid() {
        StringBuilder xid = new StringBuilder(part());
        if (in.accept(",")) {
            xid.append(',').append(part());
            if (in.accept(",")) {
                xid.append(',').append(in.number());
            }
        }
        return xid.toString();
    }

    private String part() {
        return in.peek().kind() == Token.Kind.BITS ? in.next().text() : in.string();
    }
}
