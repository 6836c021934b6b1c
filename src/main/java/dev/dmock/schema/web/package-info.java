/** The HTTP API for table structures. */
@NullMarked
package dev.dmock.schema.web;

import org.jspecify.annotations.NullMarked;
