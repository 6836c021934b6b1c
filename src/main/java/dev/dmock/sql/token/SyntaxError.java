package dev.dmock.sql.token;

/** A piece of a statement that cannot stand where it stands, in the words of either database. */
public final class SyntaxError extends StatementError {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NEAR = 80;
    private static final int LONGEST_TIDB_NEAR = 2048;
    private static final String MANUAL =
            "You have an error in your SQL syntax; check the manual that corresponds to your %s version for the right syntax to use ";

    private final transient Token token;
    private final String sql;

    public SyntaxError(String sql, Token token) {
        super("syntax error at " + token);
        this.sql = sql;
        this.token = token;
    }

    /** Error 1064. */
    @Override
    public DatabaseError asServer(Dialect dialect) {
        String text = dialect == Dialect.TIDB
                ? String.format(MANUAL, "TiDB") + parserText()
                : String.format(MANUAL, "MySQL server") + "near '" + cut(sql.substring(token.start()), LONGEST_NEAR)
                        + "' at line " + line(token.start());
        return new DatabaseError(1064, "42000", text);
    }

    /**
     * As TiDB's parser says it to DM, with a blank at the end. The column is where the lexer stands behind the piece:
     * counted from 0 on the first line, from 1 on the others.
     */
    @Override
    public String parserText() {
        int lineStart = sql.lastIndexOf('\n', token.end() - 1) + 1;
        int column = token.end() - lineStart + (lineStart > 0 ? 1 : 0);
        String near = sql.substring(token.start());
        String length = near.length() > LONGEST_TIDB_NEAR ? "(total length " + near.length() + ")" : "";
        return "line " + line(token.end()) + " column " + column + " near \"" + cut(near, LONGEST_TIDB_NEAR) + "\" "
                + length;
    }

    private int line(int index) {
        return 1 + (int) sql.substring(0, index).chars().filter(c -> c == '\n').count();
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
