package dev.dmock.web.page;

import dev.dmock.web.DmRequest;
import dev.dmock.web.V5;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;

/** The document of v5.3.0 or of the documentation page (GetDocJSON, GetDocHTML). */
@V5
class DocumentControllerV5 {

    private final DocumentPages documents;

    DocumentControllerV5(DocumentPages documents) {
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
