package dev.dmock.operation;

import dev.dmock.space.Draft;
import dev.dmock.space.SpaceName;
import dev.dmock.space.Spaces;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Lays the start world of the default space, or finds it as it was left; the server is not ready before. */
@Component
class FirstSpace implements ApplicationRunner {

    private final Spaces spaces;

    FirstSpace(Spaces spaces) {
        this.spaces = spaces;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        spaces.read(SpaceName.DEFAULT, Draft::now);
    }
}
