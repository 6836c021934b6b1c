package dev.dmock.sql.token;

/** Reports an unexpected token, with the message of either database. */
public final class SyntaxError extends StatementError {

    private static final long serialVersionUID = 1L;
    private static final int MAX_NEAR_LENGTH = 80;
    private static final int MAX_TIDB_NEAR_LENGTH = 2048;
    private static final String MANUAL =
            "You have an error in your SQL syntax; check the manual that corresponds to your %s version for the right syntax to use ";

    private final transient Token token;
    private final String sql;

    public SyntaxError(String sql, Token token) {
        super("syntax error at " + token);
        this.sql = sql;
        this.token = token;
    }

    /** Returns error 1064. */
    @Override
    public DatabaseError asServer(Dialect dialect) {
        String text = dialect == Dialect.TIDB
                ? String.format(MANUAL, "TiDB") + parserText()
                : String.format(MANUAL, "MySQL server") + "near '" + cut(sql.substring(token.start()), MAX_NEAR_LENGTH)
                        + "' at line " + line(token.start());
        return new DatabaseError(1064, "42000", text);
    }

    /**
     * Returns the message of TiDB's parser, with a trailing space. The column is the lexer's position after the token,
     * counted from 0 on the first line, from 1 on the others.
     */
    @Override
    public String parserText() {
        int lineStart = sql.lastIndexOf('\n', token.end() - 1) + 1;
        int column = token.end() - lineStart + (lineStart > 0 ? 1 : 0);
        String near = sql.substring(token.start());
        String length = near.length() > MAX_TIDB_NEAR_LENGTH ? "(total length " + near.length() + ")" : "";
        return "line " + line(token.end()) + " column " + column + " near \"" + cut(near, MAX_TIDB_NEAR_LENGTH) + "\" "
                + length;
    }

    private int line(int index) {
        return 1 + (int) sql.substring(0, index).chars().filter(c -> c == '\n').count();
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
