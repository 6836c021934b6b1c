/** Tests of rules about schemas and tables. */
@NullMarked
package dev.dmock.task.config.rule;

import org.jspecify.annotations.NullMarked;
