/** DMock, an emulator of the OpenAPI of DM-master. */
@NullMarked
package dev.dmock;

import org.jspecify.annotations.NullMarked;
