/** What those who run the server need: that it says where it is, whether it is ready, and how much it does. */
@NullMarked
package dev.dmock.management;

import org.jspecify.annotations.NullMarked;
