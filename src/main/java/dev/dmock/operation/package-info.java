/** What those who run the server need: that it says where it is, whether it is ready, and how much it does. */
@NullMarked
package dev.dmock.operation;

import org.jspecify.annotations.NullMarked;
