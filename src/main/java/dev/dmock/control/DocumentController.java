package dev.dmock.control;

import dev.dmock.web.RequestedSpace;
import dev.dmock.web.page.SwaggerPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Serves the control API's OpenAPI document, which a test compares with the operations, and the page that shows it. */
@RestController
class DocumentController {

    private static final String DOCUMENT = "/_dmock/openapi.json";
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

    /** Below the prefix of a space, the document names that prefix as its server. */
    @GetMapping(DOCUMENT)
    JsonNode document(RequestedSpace space) {
        ObjectNode document = read();
        document.putArray("servers").addObject().put("url", space.prefix().isEmpty() ? "/" : space.prefix());
        return document;
    }

    @GetMapping("/_dmock/docs")
    ResponseEntity<String> page(RequestedSpace space) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .body(SwaggerPage.html("DMock control API", DOCUMENT, space.prefix()));
    }

    private static ObjectNode read() {
        try (InputStream in = DocumentController.class.getResourceAsStream("/openapi/control.json")) {
            return (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
