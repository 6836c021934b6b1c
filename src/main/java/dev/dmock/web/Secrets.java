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

/** Masks passwords and private keys in displayed requests, responses and facts. */
public final class Secrets {

    /** The replacement text, as in DM. */
    public static final String MASK = "******";

    /** Names of secret fields; clients may use any case, as Go's decoder is case-insensitive. */
    private static final Set<String> SECRET = Set.of("password", "ssl_key_content", "keycontent");

    /** The names of secret fields in texts, including the spelling of task files. */
    static final String NAME = "(?:password|ssl[-_]key[-_](?:content|bytes|base64))";

    /**
     * The separator between a field name and its value: the name's closing quote, escaped any number of times, and a
     * sign.
     */
    private static final String IS = "(?:\\\\*[\"']|\\[\\w*])?\\s*[:=]\\s*";

    /** A string in JSON, YAML or a Go structure, with quotes escaped any number of times; possibly truncated. */
    private static final String TEXT = "(\\\\*\")(?:(?!(?<!\\\\)\\2).)*+((?<!\\\\)\\2|\\z)";

    private static final Pattern FIELD = Pattern.compile("(?i)(" + NAME + IS + ")" + TEXT, Pattern.DOTALL);

    /** A secret in single quotes, which are doubled or escaped inside. */
    private static final Pattern SINGLE_QUOTED =
            Pattern.compile("(?i)(" + NAME + IS + ")'(?:[^'\\\\]|\\\\.|'')*+(?:'|\\\\?\\z)", Pattern.DOTALL);

    private static final String OTHER = "|[^\\[\\]\"\\\\]++|\\\\++";

    /** A list of secrets, possibly truncated, with nested lists. */
    private static final Pattern LIST = Pattern.compile(
            "(?i)(" + NAME + IS + ")\\[(?!\\s*])(?:" + TEXT + OTHER + "|\\[(?:" + TEXT.replace("\\2", "\\4") + OTHER
                    + ")*+]?)*+(?:]|\\z)",
            Pattern.DOTALL);

    private static final String LINE_END = "(?:\n|\\\\+n)";
    private static final String REST_OF_LINE = "(?:[^\n\\\\]++|\\\\++(?!n))*+";

    /**
     * A secret in YAML: the rest of the line and its continuation lines, which are indented more or start with a dash.
     */
    private static final Pattern LINE = Pattern.compile(
            "(?im)((?:^|(?<=\\\\n))([ \t]*)(?:-[ \t]+)?[\"']?" + NAME + "[\"']?[ \t]*:[ \t]*+)(?![\\\\\"\\[{]|\\*{6})"
                    + REST_OF_LINE + "(?:" + LINE_END + "\\2(?:[ \t]|-[ \t])" + REST_OF_LINE + ")*+");

    /** An unquoted secret elsewhere; the text of an error that only says whether a password was used is kept. */
    private static final Pattern BARE_FIELD = Pattern.compile("(?i)((?:" + NAME + "(?:\\[\\w*])?|(?<=[\"'])" + NAME
            + "\\\\*[\"'])\\s*[:=]\\s*)(?!(?:yes|no)\\))([^\\s\"\\\\,;&}{\\[]+)");

    /** A password in the user info of a URL. */
    private static final Pattern USER_INFO = Pattern.compile("(:/+[^\\s/?#:@\"']*:)[^\\s/?#@\"']+(?=@)");

    /** A string in SQL, possibly truncated; quotes inside are doubled or escaped. */
    private static final String QUOTED =
            "('(?:[^'\\\\]|\\\\.|'')*+(?:'|\\\\?\\z)|\"(?:[^\"\\\\]|\\\\.|\"\")*+(?:\"|\\\\?\\z))";

    private static final Pattern SQL = Pattern.compile(
            "(?i)((?:identified\\s+(?:with\\s+\\S+\\s+)?(?:by|as)(?:\\s+password)?|password\\s*\\()\\s*)" + QUOTED,
            Pattern.DOTALL);
    private static final Pattern SET_PASSWORD =
            Pattern.compile("(?i)(set\\s+password\\b[^=]{0,200}=\\s*)" + QUOTED, Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile(
            "(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END [A-Z ]*PRIVATE KEY-----|\\z)", Pattern.DOTALL);

    /** The precheck: every text with a secret matches it. */
    static final Pattern SUSPECT = Pattern.compile("(?i)password|ssl[-_]key|identified|PRIVATE KEY|:/");

    private Secrets() {}

    /** Returns the tree without secrets in fields of any depth and in texts that quote them. */
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

    /** Returns the text without the secrets that the patterns recognize. */
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

    /** Like {@link #masked(String)}, for a nullable text. */
    public static @Nullable String maskedOrNull(@Nullable String text) {
        return text == null ? null : masked(text);
    }

    static String replace(Pattern pattern, String text, String by) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.replaceAll(by) : text;
    }
}
