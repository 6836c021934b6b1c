package dev.dmock.task.check.model;

import dev.dmock.sql.token.TableName;

/**
 * Something about a table that v8 warns of.
 *
 * @param instruction what to do about it; may be empty
 */
public record CheckWarning(String text, String instruction) {

    public CheckWarning about(TableName table) {
        return new CheckWarning("table " + table.quoted() + " " + text, instruction);
    }
}
