package dev.dmock.web.page;

import dev.dmock.go.GoUrl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Renders the Swagger UI page for an OpenAPI document; this server serves all its assets. */
public final class SwaggerPage {

    public static final String WEBJARS = "/_dmock/webjars/";

    /**
     * The Content-Security-Policy: only this server's files, the page's script, and the styles that Swagger UI sets by
     * script.
     */
    @SuppressWarnings("InlineFormatString") // a policy, not a line
    private static final String POLICY =
            "default-src 'none'; script-src 'self' 'sha256-%s'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

    @SuppressWarnings("InlineFormatString") // a script, not a line
    private static final String SCRIPT = """

            fetch("%1$s%2$s").then(answer => answer.json()).then(document => SwaggerUIBundle({
                spec: {...document, servers: [{url: "%1$s" || "/"}]},
                dom_id: "#swagger-ui"
            }));
            """;

    @SuppressWarnings("InlineFormatString") // a page, not a line
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="%4$s">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%2$s</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="%1$sswagger-ui/swagger-ui.css">
            </head>
            <body>
            <div id="swagger-ui"></div>
            <script src="%1$sswagger-ui/swagger-ui-bundle.js"></script>
            <script>%3$s</script>
            </body>
            </html>
            """;

    private SwaggerPage() {}

    /** Returns the page of a space's version; it sends requests to the space and ignores the document's servers. */
    static String html(String prefix) {
        return html("DM OpenAPI", "/api/v1/dm.json", prefix);
    }

    /** Returns the page of any document of a space; the path is relative to the space's prefix. */
    public static String html(String title, String document, String prefix) {
        String script = SCRIPT.formatted(GoUrl.encode(prefix), document);
        return PAGE.formatted(WEBJARS, title, script, POLICY.formatted(digest(script)));
    }

    private static String digest(String script) {
        try {
            byte[] text = script.getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform provides SHA-256
        }
    }
}
