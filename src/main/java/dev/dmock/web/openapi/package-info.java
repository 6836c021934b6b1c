/** The OpenAPI documents of the versions, and what requests are judged by: routes, parameters, schemas. */
@NullMarked
package dev.dmock.web.openapi;

import org.jspecify.annotations.NullMarked;
