/** Tables, columns, keys, types, errors: what statements are about. */
@NullMarked
package dev.dmock.sql.model;

import org.jspecify.annotations.NullMarked;
