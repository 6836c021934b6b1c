/** Tests of the JSON that is read and written as Go does it. */
@NullMarked
package dev.dmock.web.json;

import org.jspecify.annotations.NullMarked;
