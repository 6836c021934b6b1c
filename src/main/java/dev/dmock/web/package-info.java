/** What all controllers of the DM API share: request layer, error advice, answers, documents. */
@NullMarked
package dev.dmock.web;

import org.jspecify.annotations.NullMarked;
