/** Validates and decodes requests as DM-master's HTTP layer does, without a servlet container. */
@NullMarked
package dev.dmock.web.request;

import org.jspecify.annotations.NullMarked;
