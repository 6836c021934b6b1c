package dev.dmock.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to go wrong.
 *
 * @param on what it is confined to
 * @param times how often it strikes; null for as long as it is armed
 * @param probability how likely it strikes where it could, from 0 to 1
 * @param from when it begins; null for now
 * @param after how long from now it begins; not together with {@code from}
 * @param lasting for how long it is in force; null for until it is disarmed
 * @param parameters those that are said
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
