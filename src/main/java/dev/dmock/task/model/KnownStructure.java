package dev.dmock.task.model;

import dev.dmock.sql.model.TableStructure;

/**
 * The structure of an upstream table in the schema tracker.
 *
 * @param clustered whether to print a primary key as clustered if the structure does not specify it
 */
public record KnownStructure(TableStructure structure, boolean clustered) {}
