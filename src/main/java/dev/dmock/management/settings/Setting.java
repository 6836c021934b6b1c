package dev.dmock.management.settings;

import java.util.Locale;

/**
 * Something that can be set, in three ways that mean the same.
 *
 * @param property such as {@code dmock.jdbc-url}
 * @param standard what holds where nothing is set; empty if the description has to say that
 */
public record Setting(String property, String description, String standard) {

    static final String PREFIX = "dmock.";

    /** As an environment variable, such as {@code DMOCK_JDBC_URL}. */
    public String variable() {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** As an option of the command line, such as {@code --jdbc-url}. */
    public String option() {
        return "--" + property.substring(PREFIX.length());
    }

    /** Whether a property is this one, an element of this list, or this one spelt as Spring Boot takes it, too. */
    boolean isMeantBy(String otherProperty) {
        return plain(otherProperty.replaceFirst("\\[\\d+]$", "")).equals(plain(property));
    }

    /** Whether a variable is this setting's, or sets an element of this list. */
    boolean isSetBy(String otherVariable) {
        return plain(otherVariable.replaceFirst("_\\d+_?$", "")).equals(plain(property));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }
}
