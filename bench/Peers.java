import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sets general mock servers up to answer as a list of two sources is answered; each without a record of calls. */
final class Peers {

    private static final String ANSWER =
            "{\"data\":[{\"enable_gtid\":false,\"host\":\"127.0.0.1\",\"password\":\"******\",\"port\":3306,"
                    + "\"purge\":{\"expires\":0,\"interval\":3600,\"remain_space\":15},\"security\":null,"
                    + "\"source_name\":\"mysql-01\",\"user\":\"root\"},{\"enable_gtid\":false,\"host\":\"127.0.0.1\","
                    + "\"password\":\"******\",\"port\":3306,\"purge\":{\"expires\":0,\"interval\":3600,"
                    + "\"remain_space\":15},\"security\":null,\"source_name\":\"mysql-02\",\"user\":\"root\"}],"
                    + "\"total\":2}";

    private Peers() {}

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String wiremock(Path results, Path jar) throws IOException {
        Path mappings = Files.createDirectories(results.resolve("wiremock/mappings"));
        Files.writeString(mappings.resolve("list.json"), """
                {"request": {"method": "GET", "urlPath": "/api/v1/sources"},
                 "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": %s}}
                """.formatted(quoted(ANSWER)));
        return "java -jar " + jar + " --port $PORT --no-request-journal --disable-banner --root-dir "
                + mappings.getParent();
    }

    static String prism(Path results, Path program) throws IOException {
        Path document = results.resolve("prism.json");
        Files.writeString(document, """
                {"openapi": "3.0.0", "info": {"title": "sources", "version": "1"},
                 "paths": {"/api/v1/sources": {"get": {"responses": {"200": {"description": "list",
                   "content": {"application/json": {"schema": {"type": "object"}, "example": %s}}}}}}}}
                """.formatted(ANSWER));
        return program + " mock -p $PORT " + document;
    }

    static String mockoon(Path results, Path program) throws IOException {
        Path environment = results.resolve("mockoon.json");
        Files.writeString(environment, """
                {"uuid": "5d0a1f1e-2a3b-4c5d-8e9f-000000000001", "lastMigration": 33, "name": "sources", "port": 3000,
                 "hostname": "127.0.0.1", "endpointPrefix": "", "latency": 0, "folders": [], "headers": [],
                 "proxyReqHeaders": [], "proxyResHeaders": [], "proxyMode": false, "cors": false, "data": [],
                 "rootChildren": [{"type": "route", "uuid": "5d0a1f1e-2a3b-4c5d-8e9f-000000000002"}],
                 "routes": [{"uuid": "5d0a1f1e-2a3b-4c5d-8e9f-000000000002", "type": "http", "documentation": "",
                   "method": "get", "endpoint": "api/v1/sources", "responseMode": null, "responses": [
                     {"uuid": "5d0a1f1e-2a3b-4c5d-8e9f-000000000003", "body": %s, "latency": 0, "statusCode": 200,
                      "label": "", "headers": [{"key": "Content-Type", "value": "application/json"}],
                      "bodyType": "INLINE", "filePath": "", "databucketID": "", "sendFileAsBody": false, "rules": [],
                      "rulesOperator": "OR", "disableTemplating": true, "fallbackTo404": false, "default": true,
                      "crudKey": "id", "callbacks": []}]}]}
                """.formatted(quoted(ANSWER)));
        return program + " start --data " + environment + " --port $PORT --disable-log-to-file --disable-admin-api";
    }
}
