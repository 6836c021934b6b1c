/** DM's rules about schemas and tables: which are taken, which are renamed, and which of their events are left out. */
@NullMarked
package dev.dmock.task.config.rule;

import org.jspecify.annotations.NullMarked;
