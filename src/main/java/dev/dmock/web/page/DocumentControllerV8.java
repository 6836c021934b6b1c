package dev.dmock.web.page;

import dev.dmock.web.DmRequest;
import dev.dmock.web.V8;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;

/** The document of v8.1 to v8.5 (GetDocJSON, GetDocHTML). */
@V8
class DocumentControllerV8 {

    private final DocumentPages documents;

    DocumentControllerV8(DocumentPages documents) {
        this.documents = documents;
    }

    @GetMapping("/dm.json")
    void json(DmRequest request, HttpServletResponse response) throws IOException {
        documents.sendJson(request, response);
    }

    @GetMapping("/docs")
    void page(DmRequest request, HttpServletResponse response) throws IOException {
        documents.sendPage(request, response);
    }
}
