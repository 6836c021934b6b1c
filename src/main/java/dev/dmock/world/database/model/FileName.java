package dev.dmock.world.database.model;

/** Encodes names as MySQL's file names, which determine the order of SHOW DATABASES and SHOW TABLES. */
public final class FileName {

    private FileName() {}

    /**
     * Returns the directory name of a schema: all characters except ASCII letters, digits and underscores are encoded.
     */
    public static String ofSchema(String name) {
        StringBuilder encoded = new StringBuilder(name.length());
        for (char c : name.toCharArray()) {
            if (c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                encoded.append(c);
            } else {
                encoded.append(String.format("@%04x", (int) c));
            }
        }
        return encoded.toString();
    }

    /** Returns the file name of a table. */
    public static String ofTable(String name) {
        return ofSchema(name) + ".frm";
    }
}
