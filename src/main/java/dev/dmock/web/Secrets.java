package dev.dmock.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Masks what is nobody's business in what is shown of requests, answers and facts: passwords and private keys. */
public final class Secrets {

    /** What is shown instead; as DM does it. */
    public static final String MASK = "******";

    /** Names of fields whose contents are secret; clients may write them in any case, as Go's decoder takes them. */
    private static final Set<String> SECRET = Set.of("password", "ssl_key_content", "keycontent");

    /** The same in texts, where there is also the file of a task. */
    static final String NAME = "(?:password|ssl[-_]key[-_](?:content|bytes|base64))";

    /** What is between such a name and its content: the name's own quote, escaped any number of times, and a sign. */
    private static final String IS = "(?:\\\\*[\"']|\\[\\w*])?\\s*[:=]\\s*";

    /** A text in JSON, YAML or a Go structure, with the quotes escaped any number of times; or its beginning. */
    private static final String TEXT = "(\\\\*\")(?:(?!(?<!\\\\)\\2).)*+((?<!\\\\)\\2|\\z)";

    private static final Pattern FIELD = Pattern.compile("(?i)(" + NAME + IS + ")" + TEXT, Pattern.DOTALL);

    /** One in single quotes, which are doubled or escaped in it. */
    private static final Pattern SINGLE_QUOTED =
            Pattern.compile("(?i)(" + NAME + IS + ")'(?:[^'\\\\]|\\\\.|'')*+(?:'|\\\\?\\z)", Pattern.DOTALL);

    private static final String OTHER = "|[^\\[\\]\"\\\\]++|\\\\++";

    /** A list of them, or its beginning, with lists in it. */
    private static final Pattern LIST = Pattern.compile(
            "(?i)(" + NAME + IS + ")\\[(?!\\s*])(?:" + TEXT + OTHER + "|\\[(?:" + TEXT.replace("\\2", "\\4") + OTHER
                    + ")*+]?)*+(?:]|\\z)",
            Pattern.DOTALL);

    private static final String LINE_END = "(?:\n|\\\\+n)";
    private static final String REST_OF_LINE = "(?:[^\n\\\\]++|\\\\++(?!n))*+";

    /** One in YAML: the rest of the line, and the lines that belong to it, since they are indented more or begin with a dash. */
    private static final Pattern LINE = Pattern.compile(
            "(?im)((?:^|(?<=\\\\n))([ \t]*)(?:-[ \t]+)?[\"']?" + NAME + "[\"']?[ \t]*:[ \t]*+)(?![\\\\\"\\[{]|\\*{6})"
                    + REST_OF_LINE + "(?:" + LINE_END + "\\2(?:[ \t]|-[ \t])" + REST_OF_LINE + ")*+");

    /** One without quotes elsewhere; that an error says whether one was used is not one. */
    private static final Pattern BARE_FIELD = Pattern.compile("(?i)((?:" + NAME + "(?:\\[\\w*])?|(?<=[\"'])" + NAME
            + "\\\\*[\"'])\\s*[:=]\\s*)(?!(?:yes|no)\\))([^\\s\"\\\\,;&}{\\[]+)");

    /** One in the address of something. */
    private static final Pattern USER_INFO = Pattern.compile("(:/+[^\\s/?#:@\"']*:)[^\\s/?#@\"']+(?=@)");

    /** A text of SQL, or its beginning: quotes in it are doubled or escaped. */
    private static final String QUOTED =
            "('(?:[^'\\\\]|\\\\.|'')*+(?:'|\\\\?\\z)|\"(?:[^\"\\\\]|\\\\.|\"\")*+(?:\"|\\\\?\\z))";

    private static final Pattern SQL = Pattern.compile(
            "(?i)((?:identified\\s+(?:with\\s+\\S+\\s+)?(?:by|as)(?:\\s+password)?|password\\s*\\()\\s*)" + QUOTED,
            Pattern.DOTALL);
    private static final Pattern SET_PASSWORD =
            Pattern.compile("(?i)(set\\s+password\\b[^=]{0,200}=\\s*)" + QUOTED, Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile(
            "(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END [A-Z ]*PRIVATE KEY-----|\\z)", Pattern.DOTALL);

    /** What all of them have. */
    static final Pattern SUSPECT = Pattern.compile("(?i)password|ssl[-_]key|identified|PRIVATE KEY|:/");

    private Secrets() {}

    /** The same tree without secrets, in fields of any depth and in texts that quote them. */
    public static JsonNode masked(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                copy.set(member.getKey(), masked(member.getKey(), member.getValue()));
            }
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.values().forEach(element -> copy.add(masked(element)));
            return copy;
        }
        return node.isString() ? StringNode.valueOf(masked(node.asString())) : node;
    }

    private static JsonNode masked(String name, JsonNode value) {
        boolean secret = SECRET.contains(name.toLowerCase(Locale.ROOT));
        boolean said = value.isContainer()
                ? !value.isEmpty()
                : !value.isNull() && !value.asString().isEmpty();
        return secret && said ? StringNode.valueOf(MASK) : masked(value);
    }

    /** The same text without secrets, as far as they can be told. */
    public static String masked(String text) {
        if (!SUSPECT.matcher(text).find()) {
            return text;
        }
        String masked = replace(FIELD, text, "$1$2" + MASK + "$3");
        masked = replace(SINGLE_QUOTED, masked, "$1" + MASK);
        masked = replace(LIST, masked, "$1" + MASK);
        masked = replace(LINE, masked, "$1" + MASK);
        masked = replace(BARE_FIELD, masked, "$1" + MASK);
        masked = replace(USER_INFO, masked, "$1" + MASK);
        masked = replace(SQL, masked, "$1'" + MASK + "'");
        masked = replace(SET_PASSWORD, masked, "$1'" + MASK + "'");
        return replace(KEY, masked, "$1" + MASK + "$2");
    }

    /** As {@link #masked(String)}, for a text that may not be there. */
    public static @Nullable String maskedOrNull(@Nullable String text) {
        return text == null ? null : masked(text);
    }

    static String replace(Pattern pattern, String text, String by) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.replaceAll(by) : text;
    }
}
