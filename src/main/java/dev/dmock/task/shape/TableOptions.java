package dev.dmock.task.shape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The character set and collation in SHOW CREATE TABLE. MySQL omits the default collation; TiDB prints it.
 *
 * @param collation empty if it is omitted
 */
public record TableOptions(String charset, String collation) {

    private static final Pattern CHARSET = Pattern.compile(" CHARSET=(\\w+)");
    private static final Pattern COLLATION = Pattern.compile(" COLLATE=(\\w+)");

    public static TableOptions in(String shown) {
        String options = shown.substring(shown.lastIndexOf('\n') + 1);
        return new TableOptions(find(CHARSET, options), find(COLLATION, options));
    }

    private static String find(Pattern option, String options) {
        Matcher found = option.matcher(options);
        return found.find() ? found.group(1) : "";
    }
}
