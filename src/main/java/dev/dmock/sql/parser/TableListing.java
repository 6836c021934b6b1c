package dev.dmock.sql.parser;

import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.StatementError;
import dev.dmock.sql.token.TokenReader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The schema and pattern of a SHOW TABLES statement.
 *
 * @param schema the schema
 * @param pattern the LIKE pattern for table names
 */
public record TableListing(String schema, String pattern) {

    private static final String ANY = "%";

    /** Lists all tables of a schema. */
    public static TableListing of(String schema) {
        return new TableListing(schema, ANY);
    }

    /**
     * Parses the text that a client sent after SHOW TABLES FROM.
     *
     * @throws DatabaseException 1064 for a syntax error
     */
    public static TableListing parse(String text, Dialect dialect) {
        // a server strips trailing spaces and semicolons before it parses
        TokenReader reader = new TokenReader(("SHOW TABLES FROM " + text).replaceAll("[\\s;]+$", ""), dialect);
        try {
            reader.expect("SHOW", "TABLES", "FROM");
            String schema = reader.name();
            String pattern = reader.accept("LIKE") ? reader.string() : ANY;
            reader.accept(";");
            reader.expectEnd();
            return new TableListing(schema, pattern);
        } catch (StatementError e) {
            throw e.asServer(dialect).asException();
        }
    }

    /** Returns whether a table's name matches. */
    public boolean matches(String table) {
        String regexp = pattern.codePoints()
                .mapToObj(Character::toString)
                .map(c -> c.equals(ANY) ? ".*" : c.equals("_") ? "." : Pattern.quote(c))
                .collect(Collectors.joining());
        return Pattern.compile(regexp, Pattern.DOTALL).matcher(table).matches();
    }
}
