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
 * The files of web pages, which are held in memory once they were asked for. To find one among all libraries, and to
 * unpack it, takes as long as many answers, and one thread at a time: whoever asks for files again and again would keep
 * everybody else waiting.
 */
public final class PageFiles implements ResourceTransformer {

    private final Map<Resource, Resource> held = new HashMap<>();

    PageFiles() {}

    /** Serves what is at a place of the class path; the registration takes what else finds files there. */
    public static ResourceChainRegistration at(ResourceHandlerRegistry registry, String pattern, String place) {
        return registry.addResourceHandler(pattern)
                .addResourceLocations("classpath:" + place)
                .resourceChain(true)
                .addTransformer(new PageFiles());
    }

    /**
     * Asked for what Spring's own cache does not have yet. Those who ask for a file while it is read wait for it, so that
     * it is in memory once.
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
