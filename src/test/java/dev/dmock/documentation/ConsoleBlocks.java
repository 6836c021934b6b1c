package dev.dmock.documentation;

import java.util.ArrayList;
import java.util.List;

/** The commands in the {@code console} and {@code sh} blocks of a Markdown text; in the former they follow a {@code $}. */
final class ConsoleBlocks {

    private static final String FENCE = "```";
    private static final String PROMPT = "$ ";

    private ConsoleBlocks() {}

    static List<String> commands(String markdown) {
        List<String> commands = new ArrayList<>();
        String language = null;
        StringBuilder open = new StringBuilder();
        for (String line : markdown.lines().toList()) {
            if (line.startsWith(FENCE)) {
                language = language == null ? line.substring(FENCE.length()).strip() : null;
            } else if (language != null && !open.isEmpty()) {
                open.append('\n').append(line);
            } else if ("console".equals(language) && line.startsWith(PROMPT)) {
                open.append(line.substring(PROMPT.length()));
            } else if ("sh".equals(language) && !line.isBlank()) {
                open.append(line);
            }
            if (!open.isEmpty() && !ShellWords.isOpen(open.toString())) {
                commands.add(open.toString());
                open.setLength(0);
            }
        }
        return commands;
    }
}
