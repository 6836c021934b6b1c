package dev.dmock.sql.statement;

/**
 * The definition of a trigger, procedure, function or event.
 *
 * @param table the table of a trigger, without its schema; "" for the others
 * @param moment when a trigger fires: {@code BEFORE INSERT}; "" for the others
 * @param parameters whether a procedure has parameters
 * @param body the statement or BEGIN … END block, as written
 */
public record ProgramDefinition(Kind kind, String table, String moment, boolean parameters, String body) {

    /** The kind; each kind has its own namespace in a schema. */
    public enum Kind {
        TRIGGER,
        PROCEDURE,
        FUNCTION,
        EVENT
    }

    public ProgramDefinition onTable(String other) {
        return new ProgramDefinition(kind, other, moment, parameters, body);
    }
}
