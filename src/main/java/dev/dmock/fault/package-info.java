/** What goes wrong on purpose in a space: a catalogue of faults, which are armed, strike and are disarmed. */
@NullMarked
package dev.dmock.fault;

import org.jspecify.annotations.NullMarked;
