package dev.dmock.conformance;

import java.math.BigInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whether a value is a binlog position behind another, first by the number in the file's name, then by the offset. */
record BehindPosition(String before) implements Predicate<JsonNode> {

    private static final Pattern POSITION = Pattern.compile("\\(.*?(\\d+), (\\d+)\\)");

    @Override
    public boolean test(JsonNode value) {
        Matcher earlier = POSITION.matcher(before);
        Matcher later = POSITION.matcher(value.asString(""));
        if (!earlier.matches() || !later.matches()) {
            return false;
        }
        int byFile = number(later, 1).compareTo(number(earlier, 1));
        return byFile > 0 || byFile == 0 && number(later, 2).compareTo(number(earlier, 2)) > 0;
    }

    private static BigInteger number(Matcher position, int group) {
        return new BigInteger(position.group(group));
    }
}
