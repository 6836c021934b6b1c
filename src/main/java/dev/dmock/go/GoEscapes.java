package dev.dmock.go;

/** Decodes escapes in JSON strings as Go does. */
final class GoEscapes {

    private GoEscapes() {}

    /** Decodes a well-formed string. */
    static String unescape(byte[] bytes, int begin, int end) {
        StringBuilder out = new StringBuilder(end - begin);
        int i = begin;
        while (i < end) {
            int plain = i;
            while (i < end && bytes[i] != '\\') {
                i++;
            }
            out.append(GoText.utf8(bytes, plain, i));
            if (i == end) {
                break;
            }
            int c = bytes[i + 1];
            i += 2;
            switch (c) {
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'u' -> {
                    char unit = unit(bytes, i);
                    i += 4;
                    boolean pair = Character.isHighSurrogate(unit)
                            && i + 6 <= end
                            && bytes[i] == '\\'
                            && bytes[i + 1] == 'u'
                            && Character.isLowSurrogate(unit(bytes, i + 2));
                    if (pair) {
                        out.append(unit).append(unit(bytes, i + 2));
                        i += 6;
                    } else {
                        out.append(Character.isSurrogate(unit) ? '\uFFFD' : unit);
                    }
                }
                default -> out.append((char) c);
            }
        }
        return out.toString();
    }

    private static char unit(byte[] bytes, int from) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value * 16 + hex(bytes[from + i]);
        }
        return (char) value;
    }

    /** Returns the value of a hexadecimal digit; negative for any other character. */
    static int hex(int c) {
        return c < 0 ? -1 : Character.digit(c, 16);
    }
}
