/** What DM-master looks at in the databases before it takes a task, and the report that it makes of it. */
@NullMarked
package dev.dmock.task.check;

import org.jspecify.annotations.NullMarked;
