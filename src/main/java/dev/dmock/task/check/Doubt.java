package dev.dmock.task.check;

import dev.dmock.world.sql.TableName;

/**
 * Something about a table that v8 warns of.
 *
 * @param instruction what to do about it; may be empty
 */
record Doubt(String text, String instruction) {

    Doubt about(TableName table) {
        return new Doubt("table " + table.quoted() + " " + text, instruction);
    }
}
