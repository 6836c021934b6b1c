/** The servlet side of the DM API: filters, answers, error advice, documents and what Tomcat has to let through. */
@NullMarked
package dev.dmock.web.servlet;

import org.jspecify.annotations.NullMarked;
