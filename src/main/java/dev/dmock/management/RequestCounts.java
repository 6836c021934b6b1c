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

/** Counts requests and their total time; registered with a meter registry when one is created. */
@Component
class RequestCounts implements MeterBinder {

    private final ConcurrentMap<Sort, Count> counts = new ConcurrentHashMap<>();
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

    /** The key by which requests are counted. */
    private record Sort(String operation, int status) {}

    /** The number of requests and their total time. */
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

    /** Registers a meter; registering the same meter again has no effect. */
    private static void show(MeterRegistry registry, Sort sort, Count count) {
        FunctionTimer.builder("dmock.requests", count, c -> c.requests.sum(), c -> c.nanos.sum(), TimeUnit.NANOSECONDS)
                .description("Requests that were answered")
                .tag("operation", sort.operation())
                .tag("status", Integer.toString(sort.status()))
                .register(registry);
    }
}
