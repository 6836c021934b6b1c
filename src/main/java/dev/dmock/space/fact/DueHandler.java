package dev.dmock.space.fact;

/** Handles the due events of the records of one kind. */
public interface DueHandler<V> {

    Kind<V> kind();

    /**
     * Lets the event happen that is due to {@code subject} now. Has to change the record's due time, else the
     * simulation stands still and says so.
     */
    void happen(Draft draft, V subject);
}
