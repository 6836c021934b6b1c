package dev.dmock.sql.parser;

import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.statement.ProgramDefinition;
import dev.dmock.sql.statement.RowStatement;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.Escapes;
import dev.dmock.sql.token.Lexer;
import dev.dmock.sql.token.Token;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the body of a trigger or procedure. */
public final class ProgramText {

    private static final String OLD = "OLD";
    private static final String NEW = "NEW";

    private ProgramText() {}

    /**
     * Returns the statements of a body.
     *
     * @throws DatabaseException 1235 if the body has anything but DML and SET
     */
    public static List<String> statements(ProgramDefinition program, Dialect dialect) {
        return ProgramParser.statementsOf(program.body(), dialect);
    }

    /** Returns a trigger's assignments to columns of NEW; empty for a statement other than SET. */
    public static Optional<List<RowStatement.Assignment>> assignments(String statement, Dialect dialect) {
        return ProgramParser.assignmentsOf(statement, dialect);
    }

    /**
     * Replaces the columns of NEW and OLD in a trigger's statement by values.
     *
     * @param old the row before the change; null for INSERT
     * @param row the row after the change; null for DELETE
     */
    public static String resolved(
            String statement,
            TableStructure structure,
            @Nullable List<@Nullable String> old,
            @Nullable List<@Nullable String> row) {
        StringBuilder text = new StringBuilder();
        List<Token> tokens = Lexer.tokens(statement, Dialect.MYSQL);
        int copied = 0;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean isOld = token.is(OLD);
            if ((isOld || token.is(NEW)) && tokens.get(i + 1).is(".")) {
                Token column = tokens.get(i + 2);
                text.append(statement, copied, token.start());
                text.append(literal(structure, column.text(), isOld ? OLD : NEW, isOld ? old : row));
                copied = column.end();
            }
        }
        return text + statement.substring(copied);
    }

    private static String literal(
            TableStructure structure, String column, String rowName, @Nullable List<@Nullable String> row) {
        int at = 0;
        while (at < structure.columns().size()
                && !structure.columns().get(at).name().equalsIgnoreCase(column)) {
            at++;
        }
        if (at == structure.columns().size()) {
            throw DatabaseErrors.unknownColumn(column, rowName).asException();
        }
        if (row == null) {
            String event = rowName.equals(OLD) ? "INSERT" : "DELETE";
            throw new DatabaseError(1363, "HY000", "There is no " + rowName + " row in on " + event + " trigger")
                    .asException();
        }
        String value = row.get(at);
        if (value == null) {
            return "NULL";
        }
        return ColumnTypes.isNumber(structure.columns().get(at).type().name()) ? value : Escapes.literal(value);
    }
}
