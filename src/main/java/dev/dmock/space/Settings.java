package dev.dmock.space;

import dev.dmock.time.SpaceClock;

/**
 * What a space is, apart from the cluster in it.
 *
 * @param api the emulated version of the API
 * @param pace how long things take
 * @param clock what time it is
 * @param seed what chance is derived from
 * @param startWorld the world document, as JSON text, that the space was started with and is reset to
 */
public record Settings(ApiVersion api, Pace pace, SpaceClock clock, long seed, String startWorld) {

    public static final Kind<Settings> KIND = Kind.of("settings", Settings.class, s -> "");

    public Settings withApi(ApiVersion other) {
        return new Settings(other, pace, clock, seed, startWorld);
    }

    public Settings withPace(Pace other) {
        return new Settings(api, other, clock, seed, startWorld);
    }

    public Settings withClock(SpaceClock other) {
        return new Settings(api, pace, other, seed, startWorld);
    }
}
