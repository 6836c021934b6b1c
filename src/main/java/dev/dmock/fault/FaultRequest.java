package dev.dmock.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to arm a fault.
 *
 * @param on the scopes that the fault is limited to
 * @param times the maximum number of strikes; null for no limit
 * @param probability the probability of a strike on each occasion, from 0 to 1
 * @param from when the fault begins; null for now
 * @param after the delay until the fault begins; excludes {@code from}
 * @param lasting how long the fault is active; null for until it is disarmed
 * @param parameters the parameters that were given
 */
public record FaultRequest(
        Fault fault,
        Map<FaultScope, String> on,
        @Nullable Long times,
        double probability,
        @Nullable Instant from,
        @Nullable Duration after,
        @Nullable Duration lasting,
        Map<String, String> parameters) {}
