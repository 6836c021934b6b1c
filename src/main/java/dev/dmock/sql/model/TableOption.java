package dev.dmock.sql.model;

import java.util.Locale;

/**
 * An option of a table or schema.
 *
 * @param name in upper case: {@code ENGINE}, {@code CHARACTER SET}, {@code COLLATE}
 */
public record TableOption(String name, Literal value) {

    public String restore() {
        return switch (name) {
            case "CHARACTER SET" -> "DEFAULT CHARACTER SET = " + value.text().toUpperCase(Locale.ROOT);
            case "COLLATE" -> "DEFAULT COLLATE = " + value.text().toUpperCase(Locale.ROOT);
            default -> name + " = " + value.restore();
        };
    }
}
