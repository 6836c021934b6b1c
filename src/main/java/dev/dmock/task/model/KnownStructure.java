package dev.dmock.task.model;

import dev.dmock.sql.model.TableStructure;

/**
 * The structure of an upstream table as a sync unit knows it.
 *
 * @param clustered whether a primary key about which the structure says nothing is printed as clustered
 */
public record KnownStructure(TableStructure structure, boolean clustered) {}
