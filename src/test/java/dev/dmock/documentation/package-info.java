/** Tests that what the documentation says is so. */
@NullMarked
package dev.dmock.documentation;

import org.jspecify.annotations.NullMarked;
