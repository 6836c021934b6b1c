/** Protection against slow clients: they hold no thread, little memory, and time out. */
@NullMarked
package dev.dmock.web.slowclient;

import org.jspecify.annotations.NullMarked;
