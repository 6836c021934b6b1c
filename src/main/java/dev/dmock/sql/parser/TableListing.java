package dev.dmock.sql.parser;

import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.StatementError;
import dev.dmock.sql.token.TokenReader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a SHOW TABLES statement asks for.
 *
 * @param schema the schema
 * @param pattern what the names of the tables have to match as in LIKE
 */
public record TableListing(String schema, String pattern) {

    private static final String ANY = "%";

    /** All tables of a schema. */
    public static TableListing of(String schema) {
        return new TableListing(schema, ANY);
    }

    /**
     * Reads what a client sent behind SHOW TABLES FROM.
     *
     * @throws DatabaseException 1064 if that is no statement
     */
    public static TableListing parse(String text, Dialect dialect) {
        // a server removes blanks and semicolons at the end before it parses
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

    /** Whether a table's name matches. */
    public boolean matches(String table) {
        String regexp = pattern.codePoints()
                .mapToObj(Character::toString)
                .map(c -> c.equals(ANY) ? ".*" : c.equals("_") ? "." : Pattern.quote(c))
                .collect(Collectors.joining());
        return Pattern.compile(regexp, Pattern.DOTALL).matcher(table).matches();
    }
}
