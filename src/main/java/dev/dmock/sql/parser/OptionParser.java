package dev.dmock.sql.parser;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.Literal;
import dev.dmock.sql.model.TableOption;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.Token;
import dev.dmock.sql.token.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Parses table and schema options. */
final class OptionParser {

    private static final Set<String> NUMBERS = Set.of(
            "AUTO_INCREMENT",
            "AVG_ROW_LENGTH",
            "CHECKSUM",
            "DELAY_KEY_WRITE",
            "KEY_BLOCK_SIZE",
            "MAX_ROWS",
            "MIN_ROWS",
            "STATS_SAMPLE_PAGES");
    private static final Set<String> WORDS =
            Set.of("ENGINE", "ROW_FORMAT", "PACK_KEYS", "STATS_PERSISTENT", "STATS_AUTO_RECALC", "INSERT_METHOD");
    private static final Set<String> STRINGS = Set.of("COMMENT", "CONNECTION", "PASSWORD");
    private static final Set<String> TIDB_NUMBERS =
            Set.of("SHARD_ROW_ID_BITS", "PRE_SPLIT_REGIONS", "AUTO_ID_CACHE", "AUTO_RANDOM_BASE");

    private final TokenReader in;

    OptionParser(TokenReader in) {
        this.in = in;
    }

    /** Parses table options, separated by optional commas. */
    List<TableOption> ofTable() {
        List<TableOption> all = new ArrayList<>();
        for (Optional<TableOption> option = tableOption(); option.isPresent(); option = tableOption()) {
            all.add(option.get());
            if (in.sees(",") && !in.peek(1).is("ADD")) {
                Token behind = in.peek(1);
                if (!startsOption(behind)) {
                    break;
                }
                in.expect(",");
            }
        }
        return List.copyOf(all);
    }

    List<TableOption> ofSchema() {
        List<TableOption> all = new ArrayList<>();
        for (Optional<TableOption> option = characters(); option.isPresent(); option = characters()) {
            all.add(option.get());
        }
        return List.copyOf(all);
    }

    boolean seesOption() {
        return startsOption(in.peek());
    }

    private boolean startsOption(Token token) {
        String word = token.kind() == Token.Kind.WORD ? token.upper() : "";
        return NUMBERS.contains(word)
                || WORDS.contains(word)
                || STRINGS.contains(word)
                || (in.dialect() == Dialect.TIDB && TIDB_NUMBERS.contains(word))
                || Set.of("DEFAULT", "CHARSET", "CHARACTER", "COLLATE").contains(word);
    }

    private Optional<TableOption> tableOption() {
        if (!seesOption()) {
            return Optional.empty();
        }
        Optional<TableOption> characters = characters();
        if (characters.isPresent()) {
            return characters;
        }
        String name = in.next().upper();
        in.accept("=");
        if (STRINGS.contains(name)) {
            return Optional.of(new TableOption(name, Literal.string(in.string())));
        }
        boolean isNumber = in.peek().kind() == Token.Kind.NUMBER;
        if (!isNumber && NUMBERS.contains(name)) {
            throw in.unexpected();
        }
        return Optional.of(new TableOption(
                name, Literal.number(isNumber ? String.valueOf(in.integer(Long.MAX_VALUE)) : in.wordOrString())));
    }

    private Optional<TableOption> characters() {
        boolean standard = in.accept("DEFAULT");
        if (in.accept("CHARACTER", "SET") || in.accept("CHARSET")) {
            in.accept("=");
            return Optional.of(new TableOption(
                    "CHARACTER SET", Literal.number(Charsets.known(in.wordOrString(), in.dialect(), in.knowsGbk()))));
        }
        if (in.accept("COLLATE")) {
            in.accept("=");
            String collation = in.wordOrString();
            Charsets.ofCollation(collation, in.dialect());
            return Optional.of(new TableOption("COLLATE", Literal.number(collation.toLowerCase(Locale.ROOT))));
        }
        if (standard) {
            throw in.unexpected();
        }
        return Optional.empty();
    }
}
