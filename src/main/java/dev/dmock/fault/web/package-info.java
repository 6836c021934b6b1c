/** Applies faults to the requests and answers of the DM API. */
@NullMarked
package dev.dmock.fault.web;

import org.jspecify.annotations.NullMarked;
