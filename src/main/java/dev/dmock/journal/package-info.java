/** The journal, which records the requests and answers of the DM API so that tests can verify them. */
@NullMarked
package dev.dmock.journal;

import org.jspecify.annotations.NullMarked;
