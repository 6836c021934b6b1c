/** The HTTP API for sources that both generations share. */
@NullMarked
package dev.dmock.source.web;

import org.jspecify.annotations.NullMarked;
