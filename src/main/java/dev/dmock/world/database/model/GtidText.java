package dev.dmock.world.database.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Validates MySQL GTID sets, {@code UUID:1-5:7,UUID:1}, with the error texts of DM's parser. */
public final class GtidText {

    private static final Pattern HEX = Pattern.compile("\\p{XDigit}*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}");
    private static final int PLAIN_LENGTH = 32;
    private static final int DASHED_LENGTH = 36;
    private static final int BRACED_LENGTH = 38;
    private static final int URN_LENGTH = 45;

    private GtidText() {}

    /** Returns the error of a text; empty for a valid GTID set. The empty text is valid. */
    public static Optional<String> problem(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Arrays.stream(text.split(",", -1))
                        .map(part -> problemOfPart(part.strip()))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Optional<String> problemOfPart(String part) {
        String[] pieces = part.split(":", -1);
        if (pieces.length < 2) {
            return Optional.of("invalid GTID format, must UUID:interval[:interval]");
        }
        Optional<String> uuid = problemOfUuid(pieces[0]);
        return uuid.isPresent()
                ? uuid
                : Arrays.stream(pieces)
                        .skip(1)
                        .map(GtidText::problemOfInterval)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Optional<String> problemOfUuid(String text) {
        String body;
        switch (text.length()) {
            case PLAIN_LENGTH -> {
                return HEX.matcher(text).matches() ? Optional.empty() : Optional.of("invalid UUID format");
            }
            case DASHED_LENGTH -> body = text;
            case BRACED_LENGTH -> body = text.substring(1, 1 + DASHED_LENGTH);
            case URN_LENGTH -> { // the real prefix would end at its first colon
                return Optional.of("invalid urn prefix: \"" + text.substring(0, URN_LENGTH - DASHED_LENGTH) + '"');
            }
            default -> {
                return Optional.of("invalid UUID length: " + text.length());
            }
        }
        boolean valid = body.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
        return valid ? Optional.empty() : Optional.of("invalid UUID format");
    }

    private static Optional<String> problemOfInterval(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length > 2) {
            return Optional.of("invalid interval format, must n[-n]");
        }
        String last = ends[ends.length - 1];
        Optional<String> wrong = Arrays.stream(ends)
                .filter(end -> !NUMBER.matcher(end).matches())
                .findFirst();
        if (wrong.isPresent()) {
            return Optional.of("strconv.ParseInt: parsing \"" + wrong.get() + "\": invalid syntax");
        }
        return Long.parseLong(last) < Long.parseLong(ends[0])
                ? Optional.of("invalid interval format, must n[-n] and the end must >= start")
                : Optional.empty();
    }
}
