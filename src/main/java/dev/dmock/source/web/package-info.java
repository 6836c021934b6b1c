/** What both generations of the API show of sources. */
@NullMarked
package dev.dmock.source.web;

import org.jspecify.annotations.NullMarked;
