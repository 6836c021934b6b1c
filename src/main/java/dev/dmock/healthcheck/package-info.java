/** The program of the image's health check: one request to the server on this machine. */
@NullMarked
package dev.dmock.healthcheck;

import org.jspecify.annotations.NullMarked;
