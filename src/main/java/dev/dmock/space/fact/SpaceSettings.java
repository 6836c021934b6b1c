package dev.dmock.space.fact;

import dev.dmock.time.SpaceClock;
import dev.dmock.version.ApiVersion;

/**
 * What a space is, apart from the cluster in it.
 *
 * @param api the emulated version of the API
 * @param pace how long things take
 * @param clock what time it is
 * @param seed what chance is derived from
 * @param startWorld the world document, as JSON text, that the space was started with and is reset to
 */
public record SpaceSettings(ApiVersion api, Pace pace, SpaceClock clock, long seed, String startWorld) {

    public static final Kind<SpaceSettings> KIND = Kind.of("settings", SpaceSettings.class, s -> "");

    public SpaceSettings withApi(ApiVersion other) {
        return new SpaceSettings(other, pace, clock, seed, startWorld);
    }

    public SpaceSettings withPace(Pace other) {
        return new SpaceSettings(api, other, clock, seed, startWorld);
    }

    public SpaceSettings withClock(SpaceClock other) {
        return new SpaceSettings(api, pace, other, seed, startWorld);
    }
}
