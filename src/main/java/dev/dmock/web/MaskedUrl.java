package dev.dmock.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks secrets in paths and queries, which a real server would write to its access log. */
public final class MaskedUrl {

    private static final Pattern ACCOUNT = Pattern.compile("(^[^:@]*:)[^@]+(?=@)");
    private static final Pattern IN_ADDRESS = Pattern.compile("(?i)" + Secrets.NAME);
    private static final Pattern SIGN = Pattern.compile("[:=]");

    private static final Pattern ENCODED = Pattern.compile("%([2-7][0-9A-Fa-f])");
    private static final int HEXADECIMAL = 16;

    /** The text between two separators of a path or a query. */
    private static final Pattern PIECE = Pattern.compile("[^/?&#]+");

    private MaskedUrl() {}

    /**
     * Returns a path or a query without secrets. A segment that contains a secret is decoded and cut off at the secret.
     *
     * @param address the encoded path or query
     */
    public static String masked(String address) {
        if (address.indexOf('%') < 0
                && address.indexOf('@') < 0
                && !Secrets.SUSPECT.matcher(address).find()) {
            return address;
        }
        return PIECE.matcher(address).replaceAll(piece -> Matcher.quoteReplacement(maskedPiece(piece.group())));
    }

    private static String maskedPiece(String piece) {
        String decoded = decoded(piece);
        Matcher name = IN_ADDRESS.matcher(decoded);
        if (name.find()) {
            Matcher sign = SIGN.matcher(decoded);
            return sign.find(name.end()) ? decoded.substring(0, sign.end()) + Secrets.MASK : piece;
        }
        String masked = Secrets.masked(decoded);
        if (masked.equals(decoded)) {
            masked = Secrets.replace(ACCOUNT, decoded, "$1" + Secrets.MASK);
        }
        return masked.equals(decoded) ? piece : masked;
    }

    /** Decodes ASCII characters and keeps everything else. */
    private static String decoded(String piece) {
        return ENCODED.matcher(piece.replace('+', ' '))
                .replaceAll(code ->
                        Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), HEXADECIMAL))));
    }
}
