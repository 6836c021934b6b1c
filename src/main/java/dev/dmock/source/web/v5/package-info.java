/** The HTTP API for sources up to v5.3. */
@NullMarked
package dev.dmock.source.web.v5;

import org.jspecify.annotations.NullMarked;
