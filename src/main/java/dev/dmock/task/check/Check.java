package dev.dmock.task.check;

/** One thing that DM-master looks at before it takes a task. */
interface Check {

    String name();

    /** What is looked at, in DM's words. */
    String description();

    /** What the report adds to the verdict; may be empty. */
    String extra();

    /**
     * Looks.
     *
     * @throws dev.dmock.world.sql.DatabaseException if a database refuses, which fails the check
     */
    Verdict run();
}
