package dev.dmock.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.config.annotation.ResourceChainRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Caches the files of web pages in memory. Spring finds and unpacks a library file slowly and under a lock, so repeated
 * requests would block other requests.
 */
public final class PageFiles implements ResourceTransformer {

    private final Map<Resource, Resource> held = new HashMap<>();

    PageFiles() {}

    /** Serves the files at a class path location; the returned registration accepts further resolvers. */
    public static ResourceChainRegistration at(ResourceHandlerRegistry registry, String pattern, String place) {
        return registry.addResourceHandler(pattern)
                .addResourceLocations("classpath:" + place)
                .resourceChain(true)
                .addTransformer(new PageFiles());
    }

    /**
     * Loads a file that Spring's own cache does not hold yet. The method is synchronized, so concurrent requests load a
     * file only once.
     */
    @Override
    public synchronized Resource transform(HttpServletRequest request, Resource file, ResourceTransformerChain chain)
            throws IOException {
        Resource known = held.get(file);
        if (known == null) {
            known = new TransformedResource(file, file.getContentAsByteArray());
            held.put(file, known);
        }
        return known;
    }
}
