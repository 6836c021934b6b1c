package dev.dmock.management;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** How many requests there were, and how long they took; they become metrics when somebody asks for those. */
@Component
class RequestCounts implements MeterBinder {

    private final ConcurrentMap<Sort, Count> counts = new ConcurrentHashMap<>();
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

    /** Requests that are counted together. */
    private record Sort(String operation, int status) {}

    /** How many, and how long all of them took. */
    private static final class Count {

        private final LongAdder requests = new LongAdder();
        private final LongAdder nanos = new LongAdder();
    }

    void add(String operation, int status, long nanos) {
        Sort sort = new Sort(operation, status);
        Count count = counts.get(sort);
        if (count == null) {
            count = counts.computeIfAbsent(sort, s -> new Count());
            Count shown = count;
            registries.forEach(registry -> show(registry, sort, shown));
        }
        count.requests.increment();
        count.nanos.add(nanos);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        registries.add(registry);
        counts.forEach((sort, count) -> show(registry, sort, count));
    }

    /** Showing the same twice is showing it once. */
    private static void show(MeterRegistry registry, Sort sort, Count count) {
        FunctionTimer.builder("dmock.requests", count, c -> c.requests.sum(), c -> c.nanos.sum(), TimeUnit.NANOSECONDS)
                .description("Requests that were answered")
                .tag("operation", sort.operation())
                .tag("status", Integer.toString(sort.status()))
                .register(registry);
    }
}
