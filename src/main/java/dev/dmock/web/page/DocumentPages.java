package dev.dmock.web.page;

import dev.dmock.go.GoJsonWriter;
import dev.dmock.go.Json;
import dev.dmock.version.ApiVersion;
import dev.dmock.web.ApiContext;
import dev.dmock.web.DmRequest;
import dev.dmock.web.json.JsonShape;
import dev.dmock.web.openapi.OpenApiDocument;
import dev.dmock.web.wrapper.RawContentType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** The OpenAPI document of each version, and the page that shows it (GetDocJSON, GetDocHTML; v5.3.0 and v8.1.0). */
@Component
class DocumentPages {

    private static final int OK = HttpServletResponse.SC_OK;

    private final ConcurrentMap<ApiVersion, OpenApiDocument> documents = new ConcurrentHashMap<>();

    private final ApiContext context;

    DocumentPages(ApiContext context) {
        this.context = context;
    }

    /**
     * Writes compact JSON in every generation; in a space with a URL prefix, that prefix becomes the document's server.
     */
    void sendJson(DmRequest request, HttpServletResponse response) throws IOException {
        OpenApiDocument document = documents.computeIfAbsent(request.version(), OpenApiDocument::of);
        String prefix = request.space().prefix();
        String server = context.documentedServer(request.space().name()).orElse("") + prefix;
        Json.Obj root = server.isEmpty() ? document.root() : document.servedAt(server);
        JsonShape shape = shape(request);
        String end = shape == JsonShape.ECHO ? "\n" : "";
        RawContentType.send(response, OK, shape.contentType(), GoJsonWriter.compact(root) + end);
    }

    void sendPage(DmRequest request, HttpServletResponse response) throws IOException {
        String charset = shape(request) == JsonShape.ECHO ? "UTF-8" : "utf-8";
        String page = SwaggerPage.html(request.space().prefix());
        RawContentType.send(response, OK, "text/html; charset=" + charset, page);
    }

    private static JsonShape shape(DmRequest request) {
        return JsonShape.of(request.version().generation());
    }
}
