/** Operational endpoints: the startup log, health, build information and metrics. */
@NullMarked
package dev.dmock.management;

import org.jspecify.annotations.NullMarked;
