/** What Go's standard library and its YAML package do where clients can see it: JSON, formatting, URLs, durations, times, regular expressions. */
@NullMarked
package dev.dmock.go;

import org.jspecify.annotations.NullMarked;
