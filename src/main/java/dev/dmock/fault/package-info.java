/** Fault injection: a catalogue of faults, which can be armed in a space, strike and are disarmed. */
@NullMarked
package dev.dmock.fault;

import org.jspecify.annotations.NullMarked;
