/** The shared parts of the DM API's controllers: request layer, error handling, responses, OpenAPI documents. */
@NullMarked
package dev.dmock.web;

import org.jspecify.annotations.NullMarked;
