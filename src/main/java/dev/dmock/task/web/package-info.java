/** What both generations of the API show of tasks. */
@NullMarked
package dev.dmock.task.web;

import org.jspecify.annotations.NullMarked;
