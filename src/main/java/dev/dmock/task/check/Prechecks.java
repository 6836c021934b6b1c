package dev.dmock.task.check;

import dev.dmock.space.Draft;
import dev.dmock.task.config.SubtaskConfig;
import java.util.List;
import org.springframework.stereotype.Component;

/** PLACEHOLDER until branch check is merged. */
@Component
public class Prechecks {

    public String check(Draft draft, List<SubtaskConfig> parts) {
        return "";
    }
}
