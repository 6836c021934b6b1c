package dev.dmock.console;

import dev.dmock.space.store.SpaceName;
import dev.dmock.space.wait.TooManyWaitingException;
import dev.dmock.web.ControlAdmission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Serves the console page and its event stream. */
@RestController
@RequestMapping("/_dmock/console")
class ConsoleController {

    /** A content security policy that allows only this server's own files, even if markup is injected into the page. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

    private final ConsolePage page;
    private final ConsoleStream stream;

    ConsoleController(ConsolePage page, ConsoleStream stream) {
        this.page = page;
        this.stream = stream;
    }

    @GetMapping
    ResponseEntity<String> page(SpaceName space, HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-store")
                .body(ControlAdmission.of(request) == ControlAdmission.FULL ? page.whole(space) : page.locked(space));
    }

    /**
     * Streams server-sent events; for a removed space the stream tells an open page to stop instead of recreating the
     * space.
     */
    @GetMapping("/stream")
    void stream(SpaceName space, HttpServletResponse response) throws IOException {
        if (!stream.exists(space)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        stream.send(space, response);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    void full(TooManyWaitingException full) {
        // the page reconnects later
    }
}
