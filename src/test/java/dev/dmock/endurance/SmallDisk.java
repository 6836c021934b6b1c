package dev.dmock.endurance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of a few megabytes, which only root can make. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4096;

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** Nothing where this user may not mount one. */
    static Optional<SmallDisk> mount(Path place) {
        return run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", place.toString()) == 0
                ? Optional.of(new SmallDisk(place))
                : Optional.empty();
    }

    Path place() {
        return place;
    }

    /** Leaves no room at all. */
    void fill() {
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (true) {
                filler.write(new byte[BLOCK]);
            }
        } catch (IOException full) {
            // as it is meant
        }
    }

    void makeRoom() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return place.resolve("filler");
    }

    @Override
    public void close() {
        if (run("umount", place.toString()) != 0) {
            throw new IllegalStateException("the disk is busy");
        }
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
