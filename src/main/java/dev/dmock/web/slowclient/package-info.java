/** Clients that send or read slowly: they hold no thread and little memory, and not for long. */
@NullMarked
package dev.dmock.web.slowclient;

import org.jspecify.annotations.NullMarked;
