/** The servlet layer of the DM API: filters, responses, error handling, documents and MVC configuration. */
@NullMarked
package dev.dmock.web.servlet;

import org.jspecify.annotations.NullMarked;
