/** Tests of task configuration files. */
@NullMarked
package dev.dmock.task.config.file;

import org.jspecify.annotations.NullMarked;
