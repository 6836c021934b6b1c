/** The documents of the DM API and the pages that show them. */
@NullMarked
package dev.dmock.web.page;

import org.jspecify.annotations.NullMarked;
