package dev.dmock.sql.parser;

import dev.dmock.sql.expression.Expression;
import dev.dmock.sql.expression.ExpressionParser;
import dev.dmock.sql.statement.ProgramDefinition;
import dev.dmock.sql.statement.RowStatement;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.StatementError;
import dev.dmock.sql.token.SyntaxError;
import dev.dmock.sql.token.TableName;
import dev.dmock.sql.token.Token;
import dev.dmock.sql.token.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses statements about triggers, procedures, functions and events. */
final class ProgramParser {

    /** Control-flow keywords of stored programs, which are not supported. */
    private static final Set<String> CONTROL = Set.of(
            "CALL", "CASE", "CLOSE", "DECLARE", "FETCH", "IF", "ITERATE", "LEAVE", "LOOP", "OPEN", "REPEAT", "RETURN",
            "SELECT", "SIGNAL", "WHILE");

    private final TokenReader in;

    ProgramParser(TokenReader in) {
        this.in = in;
    }

    /** Skips DEFINER after CREATE if a stored program follows. */
    static boolean sees(TokenReader in) {
        return in.sees("TRIGGER")
                || in.sees("PROCEDURE")
                || in.sees("FUNCTION")
                || in.sees("EVENT")
                || (in.sees("DEFINER") && programAfterDefiner(in));
    }

    private static boolean programAfterDefiner(TokenReader in) {
        for (int i = 1; in.peek(i).kind() != Token.Kind.END; i++) {
            Token token = in.peek(i);
            if (token.is("TRIGGER") || token.is("PROCEDURE") || token.is("FUNCTION") || token.is("EVENT")) {
                return true;
            }
            if (token.is("VIEW") || token.is("SQL")) {
                return false;
            }
        }
        return false;
    }

    Statement create() {
        while (in.sees("DEFINER") || !sees(in)) {
            in.next();
        }
        ProgramDefinition.Kind kind = kind();
        boolean ifNotExists = kind == ProgramDefinition.Kind.EVENT && in.accept("IF", "NOT", "EXISTS");
        TableName name = in.tableName();
        return switch (kind) {
            case TRIGGER -> trigger(name);
            case PROCEDURE -> {
                boolean parameters = !in.sees("(", ")");
                in.parenthesised();
                yield created(name, kind, parameters, false, characteristics());
            }
            case FUNCTION -> {
                in.parenthesised();
                in.expect("RETURNS");
                boolean safe = functionHeader();
                yield created(name, kind, true, !safe, in.rest());
            }
            case EVENT -> {
                in.expect("ON", "SCHEDULE");
                skipTo("DO");
                in.expect("DO");
                yield new Statement.CreateProgram(
                        name, new ProgramDefinition(kind, "", "", false, requireBody()), "", ifNotExists, false);
            }
        };
    }

    private ProgramDefinition.Kind kind() {
        return ProgramDefinition.Kind.valueOf(in.expectAny("TRIGGER", "PROCEDURE", "FUNCTION", "EVENT"));
    }

    private static Statement created(
            TableName name, ProgramDefinition.Kind kind, boolean parameters, boolean unsafe, String body) {
        return new Statement.CreateProgram(
                name, new ProgramDefinition(kind, "", "", parameters, body), "", false, unsafe);
    }

    private Statement trigger(TableName name) {
        String moment = in.expectAny("BEFORE", "AFTER") + ' ' + in.expectAny("INSERT", "UPDATE", "DELETE");
        in.expect("ON");
        TableName table = in.tableName();
        in.expect("FOR", "EACH", "ROW");
        int start = in.peek().start();
        statements(in);
        String body = in.sql().substring(start, in.peek().start()).strip();
        return new Statement.CreateProgram(
                name,
                new ProgramDefinition(ProgramDefinition.Kind.TRIGGER, table.table(), moment, false, body),
                table.schema(),
                false,
                false);
    }

    /** Skips the characteristics before a procedure's body. */
    private String characteristics() {
        while (true) {
            if (in.accept("COMMENT")) {
                in.string();
            } else if (!in.accept("DETERMINISTIC")
                    && !in.accept("NOT", "DETERMINISTIC")
                    && !in.accept("LANGUAGE", "SQL")
                    && !in.accept("CONTAINS", "SQL")
                    && !in.accept("NO", "SQL")
                    && !in.accept("READS", "SQL", "DATA")
                    && !in.accept("MODIFIES", "SQL", "DATA")
                    && !in.accept("SQL", "SECURITY", "DEFINER")
                    && !in.accept("SQL", "SECURITY", "INVOKER")) {
                return requireBody();
            }
        }
    }

    /** Skips a function's type and characteristics; returns whether it is safe for the binlog. */
    private boolean functionHeader() {
        boolean safe = false;
        boolean not = false;
        while (!in.atEnd() && !in.sees("RETURN") && !in.sees("BEGIN")) {
            safe |= (in.sees("DETERMINISTIC") && !not) || in.sees("NO", "SQL") || in.sees("READS", "SQL", "DATA");
            not = in.sees("NOT");
            requireWhole(in.next());
        }
        if (in.atEnd()) {
            throw in.unexpected();
        }
        return safe;
    }

    private void skipTo(String word) {
        while (!in.sees(word)) {
            if (in.atEnd()) {
                throw in.unexpected();
            }
            requireWhole(in.next());
        }
    }

    private void requireWhole(Token token) {
        if (token.kind() == Token.Kind.BROKEN) {
            throw new SyntaxError(in.sql(), token);
        }
    }

    /** Returns the rest of the text, which must start like a statement. */
    private String requireBody() {
        if (in.peek().kind() != Token.Kind.WORD) {
            throw in.unexpected();
        }
        int start = in.peek().start();
        Token last = in.peek();
        while (in.peek().kind() != Token.Kind.END) {
            last = in.next();
            requireWhole(last);
        }
        int end = last.is(";") ? last.start() : last.end();
        return in.sql().substring(start, end).strip();
    }

    /** Parses the text after DROP. */
    Statement drop() {
        ProgramDefinition.Kind kind = kind();
        boolean ifExists = in.accept("IF", "EXISTS");
        return new Statement.DropProgram(kind, in.tableName(), ifExists);
    }

    /** Parses the text after CALL. */
    Statement call() {
        TableName name = in.tableName();
        if (in.accept("(") && !in.accept(")")) {
            throw in.unsupported("call with arguments");
        }
        return new Statement.CallProcedure(name);
    }

    /**
     * Returns the statements of a body.
     *
     * @throws DatabaseException 1235 if the body has anything but DML and SET
     */
    static List<String> statementsOf(String body, Dialect dialect) {
        TokenReader in = new TokenReader(body, dialect);
        try {
            List<String> all = statements(in);
            in.expectEnd();
            return all;
        } catch (StatementError e) {
            throw e.asServer(dialect).asException();
        }
    }

    private static List<String> statements(TokenReader in) {
        if (!in.accept("BEGIN")) {
            return List.of(one(in));
        }
        List<String> all = new ArrayList<>();
        while (!in.accept("END")) {
            all.add(one(in));
            in.expect(";");
        }
        return List.copyOf(all);
    }

    private static String one(TokenReader in) {
        int start = in.peek().start();
        if (CONTROL.contains(in.peek().upper())) {
            throw in.unsupported(in.peek().upper() + " in a stored program");
        }
        if (DmlParser.seesChange(in)) {
            if (new DmlParser(in).change() instanceof RowStatement.InsertSelect) {
                throw in.unsupported("insert ... select in a stored program");
            }
        } else if (assignments(in).isEmpty()) {
            throw in.unexpected();
        }
        return in.sql().substring(start, in.peek().start()).strip();
    }

    /** Parses a SET of a trigger; ignores assignments to session variables. */
    private static Optional<List<RowStatement.Assignment>> assignments(TokenReader in) {
        if (!in.accept("SET")) {
            return Optional.empty();
        }
        List<RowStatement.Assignment> all = new ArrayList<>();
        do {
            boolean isNew = in.accept("NEW", ".");
            if (!isNew && in.peek().kind() != Token.Kind.VARIABLE) {
                throw in.unsupported("set of a variable in a stored program");
            }
            String column = isNew ? in.name() : in.next().text();
            if (!in.accept(":=")) {
                in.expect("=");
            }
            Expression value = new ExpressionParser(in).expression();
            if (isNew) {
                all.add(new RowStatement.Assignment(column, value));
            }
        } while (in.accept(","));
        return Optional.of(List.copyOf(all));
    }

    /** Returns a trigger's assignments to NEW; empty for a statement other than SET. */
    static Optional<List<RowStatement.Assignment>> assignmentsOf(String statement, Dialect dialect) {
        return assignments(new TokenReader(statement, dialect));
    }
}
