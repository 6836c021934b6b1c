/** The OpenAPI documents of the versions, parsed into routes, parameters and schemas. */
@NullMarked
package dev.dmock.web.openapi;

import org.jspecify.annotations.NullMarked;
