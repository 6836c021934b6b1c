package dev.dmock.task.check.model;

/** One thing that DM-master looks at before it takes a task. */
public interface Check {

    String name();

    /** What is looked at, in DM's words. */
    String description();

    /** What the report adds to the verdict; may be empty. */
    String extra();

    /**
     * Looks.
     *
     * @throws dev.dmock.sql.token.DatabaseException if a database refuses, which fails the check
     */
    CheckResult run();
}
