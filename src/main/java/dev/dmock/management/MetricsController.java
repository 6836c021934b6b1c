package dev.dmock.management;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Serves metrics in Prometheus' text format, or in the OpenMetrics format if the client accepts it. */
@RestController
class MetricsController {

    private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final String OPEN_METRICS_VERSION = OPEN_METRICS + ";version=1.0.0;charset=utf-8";

    private final PrometheusMeterRegistry metrics;

    MetricsController(PrometheusMeterRegistry metrics) {
        this.metrics = metrics;
    }

    @GetMapping("/_dmock/metrics")
    ResponseEntity<String> metrics(
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<String> accepted) {
        boolean open = accepted != null && accepted.stream().anyMatch(types -> types.contains(OPEN_METRICS));
        String type = open ? OPEN_METRICS_VERSION : TEXT;
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, type).body(metrics.scrape(type));
    }
}
