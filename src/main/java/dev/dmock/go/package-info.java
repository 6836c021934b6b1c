/**
 * The client-visible behaviour of Go's standard library and its YAML package: JSON, formatting, URLs, durations, times,
 * regular expressions.
 */
@NullMarked
package dev.dmock.go;

import org.jspecify.annotations.NullMarked;
