package dev.dmock.documentation;

import java.util.ArrayList;
import java.util.List;

/** Takes a command apart as a shell does: words, quotes, and the comment at the end. */
final class ShellWords {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private String comment = "";
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /** A command: its words, and what is behind the {@code #}. */
    record Command(List<String> words, String comment) {}

    /** @throws IllegalArgumentException if a quote is open at the end, or for what only a shell can do */
    static Command of(String text) {
        ShellWords taken = new ShellWords(text);
        taken.take();
        return new Command(taken.words, taken.comment);
    }

    /** Whether a quote is open at the end, or the last line is to be continued. */
    static boolean isOpen(String text) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && c == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
                return false;
            }
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (quote == 0 ? c == '\'' || c == '"' : c == quote) {
                quote = quote == 0 ? c : 0;
            }
        }
        return quote != 0 || text.endsWith("\\");
    }

    private void take() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (Character.isWhitespace(c)) {
                endOfWord();
            } else if (c == '#' && !inWord) {
                comment = text.substring(at).strip();
                at = text.length();
            } else if ("|&;<>`$*(".indexOf(c) >= 0) {
                throw new IllegalArgumentException("a plain command has no unquoted " + c + ": " + text);
            } else {
                inWord = true;
                part(c);
            }
        }
        endOfWord();
    }

    private void part(char c) {
        switch (c) {
            case '\'' -> word.append(upTo('\''));
            case '"' -> word.append(upTo('"').replaceAll("\\\\([\"\\\\$`])", "$1"));
            case '\\' -> {
                char next = text.charAt(at++);
                if (next == '\n') {
                    inWord = !word.isEmpty();
                } else {
                    word.append(next);
                }
            }
            default -> word.append(c);
        }
    }

    private String upTo(char quote) {
        int from = at;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && quote == '"' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new IllegalArgumentException("a quote is not closed: " + text);
        }
        return text.substring(from, at++);
    }

    private void endOfWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
