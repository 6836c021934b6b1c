package dev.dmock.web.servlet;

import dev.dmock.version.ApiVersion;
import dev.dmock.web.request.RequestLayer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** The request layer of each version, created on first use. */
@Component
public class RequestLayers {

    private final ConcurrentMap<ApiVersion, RequestLayer> made = new ConcurrentHashMap<>();

    public RequestLayer of(ApiVersion version) {
        return made.computeIfAbsent(version, RequestLayer::of);
    }
}
