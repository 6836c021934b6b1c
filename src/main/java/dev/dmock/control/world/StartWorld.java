package dev.dmock.control.world;

import dev.dmock.error.MisconfiguredException;
import dev.dmock.version.ApiVersion;
import dev.dmock.world.World;
import dev.dmock.world.WorldDocuments;
import dev.dmock.world.WorldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The world that spaces start with.
 *
 * @param world A YAML file with the world to start with. Without it /etc/dmock/world.yaml, if that is there, else a world
 *     of three masters and three workers.
 * @param api The version to start with, in place of the world's: docs, v5.3, v8.1 or v8.5.
 */
@ConfigurationProperties("dmock")
record StartWorld(@Nullable Path world, @Nullable String api) {

    private static final Path USUAL_PLACE = Path.of("/etc/dmock/world.yaml");

    /** Reads the file; an invalid file ends the start. */
    World read(WorldDocuments documents) {
        World read = file() == null ? World.standard() : read(documents, file());
        if (api == null || api.isBlank()) {
            return read;
        }
        ApiVersion version = ApiVersion.ofLabel(api)
                .orElseThrow(() -> new MisconfiguredException("dmock.api: there is no version " + api));
        return read.withApi(version);
    }

    private @Nullable Path file() {
        if (world != null) {
            return world;
        }
        return Files.isReadable(USUAL_PLACE) ? USUAL_PLACE : null;
    }

    private static World read(WorldDocuments documents, Path file) {
        try {
            return documents.readYaml(Files.readString(file));
        } catch (IOException e) {
            throw new MisconfiguredException("dmock.world: " + file + " cannot be read: " + e, e);
        } catch (WorldException e) {
            throw new MisconfiguredException("dmock.world: " + file + ": " + e.getMessage(), e);
        }
    }
}
