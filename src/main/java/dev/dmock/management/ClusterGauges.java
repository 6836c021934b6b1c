package dev.dmock.management;

import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.task.model.Stage;
import dev.dmock.task.model.Subtask;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/**
 * Gauges for the number of spaces and for the default space's subtasks by stage; other spaces are not loaded for this.
 */
@Component
class ClusterGauges implements MeterBinder {

    private final Spaces spaces;

    ClusterGauges(Spaces spaces) {
        this.spaces = spaces;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("dmock.spaces", spaces, all -> all.names().size())
                .description("Spaces that are kept")
                .register(registry);
        for (Stage stage : Stage.values()) {
            Gauge.builder("dmock.subtasks", () -> subtasks(stage))
                    .description("Subtasks of the default space")
                    .tag("stage", stage.label())
                    .register(registry);
        }
    }

    private long subtasks(Stage stage) {
        return spaces.read(
                SpaceName.DEFAULT,
                draft -> draft.all(Subtask.KIND).stream()
                        .filter(subtask -> subtask.stage() == stage)
                        .count());
    }
}
