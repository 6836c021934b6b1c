/** JSON as Go's encoding/json reads and writes it: clients of DM see its error texts and its bytes. */
@NullMarked
package dev.dmock.web.json;

import org.jspecify.annotations.NullMarked;
