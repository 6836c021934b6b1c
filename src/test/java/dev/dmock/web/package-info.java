/** Tests of what the controllers share. */
@NullMarked
package dev.dmock.web;

import org.jspecify.annotations.NullMarked;
