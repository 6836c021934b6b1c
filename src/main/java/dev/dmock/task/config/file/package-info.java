/** Task configuration files: DM's YAML, read and written as DM-master does it in Go. */
@NullMarked
package dev.dmock.task.config.file;

import org.jspecify.annotations.NullMarked;
