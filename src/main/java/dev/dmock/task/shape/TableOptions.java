package dev.dmock.task.shape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SHOW CREATE TABLE says of the character set and the collation of a table. MySQL is silent about a collation that
 * is the default, TiDB is not.
 *
 * @param collation empty if nothing is said
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
