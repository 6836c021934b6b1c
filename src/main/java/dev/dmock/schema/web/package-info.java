/** Table structures over HTTP. */
@NullMarked
package dev.dmock.schema.web;

import org.jspecify.annotations.NullMarked;
