/** Clients that send or read slowly: they hold no thread and little memory, and not for long. */
@NullMarked
package dev.dmock.web.servlet.slow;

import org.jspecify.annotations.NullMarked;
