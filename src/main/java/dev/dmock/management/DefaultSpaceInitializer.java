package dev.dmock.management;

import dev.dmock.space.Spaces;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.store.SpaceName;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Loads the default space before the server is ready, and creates its start world if the space is new. */
@Component
class DefaultSpaceInitializer implements ApplicationRunner {

    private final Spaces spaces;

    DefaultSpaceInitializer(Spaces spaces) {
        this.spaces = spaces;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        spaces.read(SpaceName.DEFAULT, Draft::now);
    }
}
