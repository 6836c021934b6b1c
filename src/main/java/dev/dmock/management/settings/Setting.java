package dev.dmock.management.settings;

import java.util.Locale;

/**
 * A setting, which can be given as a property, as an environment variable or as a command-line option.
 *
 * @param property the property, such as {@code dmock.jdbc-url}
 * @param standard the default value; empty if the description explains the default
 */
public record Setting(String property, String description, String standard) {

    static final String PREFIX = "dmock.";

    /** Returns the environment variable, such as {@code DMOCK_JDBC_URL}. */
    public String variable() {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Returns the command-line option, such as {@code --jdbc-url}. */
    public String option() {
        return "--" + property.substring(PREFIX.length());
    }

    /**
     * Returns whether a property is this one, an element of its list, or a spelling that Spring Boot's relaxed binding
     * accepts.
     */
    boolean isMeantBy(String otherProperty) {
        return plain(otherProperty.replaceFirst("\\[\\d+]$", "")).equals(plain(property));
    }

    /** Returns whether an environment variable sets this setting or an element of its list. */
    boolean isSetBy(String otherVariable) {
        return plain(otherVariable.replaceFirst("_\\d+_?$", "")).equals(plain(property));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }
}
