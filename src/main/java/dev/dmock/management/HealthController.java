package dev.dmock.management;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Returns the server's health: 200 with {@code "status": "UP"}, otherwise 503 with another status. */
@RestController
@RequestMapping("/_dmock/health")
class HealthController {

    private final HealthEndpointWebExtension health;

    HealthController(HealthEndpointWebExtension health) {
        this.health = health;
    }

    @GetMapping
    ResponseEntity<HealthDescriptor> all() {
        return answer(ask());
    }

    /**
     * Returns the health of a group: {@code liveness}, or {@code readiness}, which requires that the start world is
     * created and the database answers.
     */
    @GetMapping("/{group}")
    ResponseEntity<HealthDescriptor> of(@PathVariable String group, HttpServletRequest request)
            throws NoResourceFoundException {
        WebEndpointResponse<HealthDescriptor> said = ask(group);
        if (said.getStatus() == WebEndpointResponse.STATUS_NOT_FOUND) {
            throw new NoResourceFoundException(HttpMethod.GET, request.getRequestURI(), group);
        }
        return answer(said);
    }

    private WebEndpointResponse<HealthDescriptor> ask(String... group) {
        return health.health(ApiVersion.LATEST, WebServerNamespace.SERVER, SecurityContext.NONE, group);
    }

    private static ResponseEntity<HealthDescriptor> answer(WebEndpointResponse<HealthDescriptor> said) {
        return ResponseEntity.status(said.getStatus()).body(said.getBody());
    }
}
