package dev.dmock.control.wait;

import dev.dmock.control.DurationParser;
import dev.dmock.space.store.SpaceName;
import dev.dmock.space.wait.ConditionWaiter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Blocks until a condition holds in a space, so that tests need not poll. */
@RestController
@RequestMapping("/_dmock/wait")
class WaitController {

    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(10);

    private final ConditionWaiter watch;
    private final WaitConditions conditions;

    WaitController(ConditionWaiter watch, WaitConditions conditions) {
        this.watch = watch;
        this.conditions = conditions;
    }

    /** Answers when the condition holds or the timeout expires; the answer contains the last observation. */
    @GetMapping
    WaitConditions.Seen await(
            SpaceName space,
            @RequestParam(required = false) @Nullable String task,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String worker,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Boolean synced,
            @RequestParam(required = false) @Nullable Boolean bound,
            @RequestParam(defaultValue = "PT10S") String timeout) {
        WaitConditions.Condition condition =
                conditions.of(new WaitConditions.Question(task, source, worker, stage, unit, synced, bound));
        Duration patience = DurationParser.parse("timeout", timeout, MAX_TIMEOUT);
        return watch.await(space, patience, condition::look).state();
    }
}
