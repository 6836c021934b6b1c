package dev.dmock.web.servlet;

import dev.dmock.web.request.GoUrl;

/** The page that shows an OpenAPI document and lets one try it out; everything that it needs comes from this server. */
public final class SwaggerPage {

    static final String WEBJARS = "/_dmock/webjars/";

    @SuppressWarnings("InlineFormatString") // a page, not a line
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%3$s</title>
            <link rel="stylesheet" href="%1$sswagger-ui/swagger-ui.css">
            </head>
            <body>
            <div id="swagger-ui"></div>
            <script src="%1$sswagger-ui/swagger-ui-bundle.js"></script>
            <script>
            fetch("%2$s%4$s").then(answer => answer.json()).then(document => SwaggerUIBundle({
                spec: {...document, servers: [{url: "%2$s" || "/"}]},
                dom_id: "#swagger-ui"
            }));
            </script>
            </body>
            </html>
            """;

    private SwaggerPage() {}

    /** The page of a space's version; operations go to the space, whatever the document says of servers. */
    static String html(String prefix) {
        return html("DM OpenAPI", "/api/v1/dm.json", prefix);
    }

    /** The page of any document of a space, whose path is that behind the space's prefix. */
    public static String html(String title, String document, String prefix) {
        return PAGE.formatted(WEBJARS, GoUrl.encode(prefix), title, document);
    }
}
