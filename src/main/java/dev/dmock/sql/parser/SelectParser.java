package dev.dmock.sql.parser;

import dev.dmock.sql.token.TableName;
import dev.dmock.sql.token.Token;
import dev.dmock.sql.token.TokenReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the tables that a SELECT reads; the SELECT is not executed. */
final class SelectParser {

    private final TokenReader in;
    private final Set<TableName> tables = new LinkedHashSet<>();

    SelectParser(TokenReader in) {
        this.in = in;
    }

    /** Reads to the end of the statement; parentheses must be balanced. */
    List<TableName> tables() {
        int depth = 0;
        boolean begun = false;
        while (in.peek().kind() != Token.Kind.END && !(depth == 0 && in.sees(";"))) {
            if (in.accept("FROM") || in.accept("JOIN")) {
                references();
                continue;
            }
            Token token = in.peek();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth < 0 || token.kind() == Token.Kind.BROKEN) {
                throw in.unexpected();
            }
            begun |= !token.is("SELECT");
            in.next();
        }
        if (depth > 0 || !begun) {
            throw in.unexpected();
        }
        return List.copyOf(tables);
    }

    private void references() {
        if (in.accept("DUAL")) {
            return;
        }
        do {
            if (in.sees("(")) {
                return;
            }
            tables.add(in.tableName());
            boolean alias = in.accept("AS") || (in.seesName() && !in.sees("CROSS") && !in.sees("OFFSET"));
            if (alias) {
                in.name();
            }
        } while (in.accept(","));
    }
}
