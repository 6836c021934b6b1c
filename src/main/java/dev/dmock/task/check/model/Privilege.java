package dev.dmock.task.check.model;

import java.util.Locale;

/** A privilege that checks ask for, in the order in which TiDB, whose parser DM uses, numbers them. */
public enum Privilege {
    CREATE("Create"),
    SELECT("Select"),
    INSERT("Insert"),
    UPDATE("Update"),
    DELETE("Delete"),
    SUPER("Super"),
    DROP("Drop"),
    PROCESS("Process"),
    ALTER("Alter"),
    INDEX("Index"),
    LOCK_TABLES("LOCK TABLES"),
    RELOAD("RELOAD"),
    REPLICATION_CLIENT("REPLICATION CLIENT"),
    REPLICATION_SLAVE("REPLICATION SLAVE");

    private final String label;

    Privilege(String label) {
        this.label = label;
    }

    /** The name in reports. */
    public String label() {
        return label;
    }

    /** The name in grants. */
    String sqlName() {
        return label.toUpperCase(Locale.ROOT);
    }
}
