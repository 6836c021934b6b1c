package dev.dmock.world.database.model;

/** The files in which MySQL keeps schemas and tables: their names decide the order of SHOW DATABASES and SHOW TABLES. */
public final class FileName {

    private FileName() {}

    /** The directory of a schema: all but ASCII letters, digits and the underscore is written as a code. */
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

    /** The file of a table. */
    public static String ofTable(String name) {
        return ofSchema(name) + ".frm";
    }
}
