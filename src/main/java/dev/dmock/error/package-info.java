/** DM's errors: the catalogue of codes and texts, and the one exception that carries them. */
@NullMarked
package dev.dmock.error;

import org.jspecify.annotations.NullMarked;
