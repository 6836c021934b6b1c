package dev.dmock.web.servlet;

import static org.mockito.Mockito.RETURNS_MOCKS;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.ServerPanicException;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.ErrorTexts;
import dev.dmock.space.store.SpaceName;
import dev.dmock.version.ApiVersion;
import dev.dmock.web.ApiContext;
import dev.dmock.web.DmRequest;
import dev.dmock.web.EmptyNotFoundException;
import dev.dmock.web.V5;
import dev.dmock.web.V8;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The web layer with a few operations that show what reaches them. */
@TestComponent
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({
    "dev.dmock.web.json",
    "dev.dmock.web.page",
    "dev.dmock.web.servlet",
    "dev.dmock.web.slowclient",
    "dev.dmock.web.tomcat",
    "dev.dmock.web.wrapper"
})
@Import(ErrorTexts.class)
public class WireServer {

    /** The name of the space says which version it has, and whether a follower answers. */
    @Component
    static class Context implements ApiContext {

        @Override
        public Answering answering(SpaceName space, int localPort) {
            String[] parts = space.value().split("-");
            ApiVersion version = ApiVersion.ofLabel(parts[0]).orElse(ApiVersion.V5_3);
            return new Answering(version, parts.length == 1, "127.0.0.1:8261");
        }
    }

    /** Without facts no answer is made of them, so each is made anew. */
    @Bean
    static Spaces spaces() {
        return mock(Spaces.class, RETURNS_MOCKS);
    }

    record Seen(
            @JsonProperty("source_name") String name,
            @JsonProperty("enable_gtid") boolean gtid,
            @JsonProperty("a") @Nullable Object other) {}

    @V5
    static class Sources {

        @GetMapping("/sources")
        Map<String, Object> list(@RequestParam(name = "with_status", required = false) @Nullable Boolean status) {
            return Map.of(
                    "total",
                    2,
                    "data",
                    List.of(new Seen("<b>&é", true, 1.0)),
                    "empty",
                    List.of(),
                    "s",
                    String.valueOf(status));
        }

        @PostMapping("/sources")
        @ResponseStatus(HttpStatus.CREATED)
        Seen create(@RequestBody Seen body, DmRequest request) {
            return new Seen(String.valueOf(body.name()), body.gtid(), request.bodySent());
        }

        @GetMapping("/sources/{source-name}/status")
        public List<String> status(@PathVariable("source-name") String name, SpaceName space) {
            if (name.equals("mistake")) {
                throw new IllegalStateException("a mistake");
            }
            return List.of(name, space.value());
        }

        @DeleteMapping("/sources/{source-name}")
        @ResponseStatus(HttpStatus.NO_CONTENT)
        void delete(@PathVariable("source-name") String name) {
            if (!name.equals("there")) {
                throw DmError.of(DmCode.SCHEDULER_SOURCE_CFG_NOT_EXIST, name).asException();
            }
        }

        @RequestMapping(
                path = "/sources/{source-name}/pause-relay",
                method = {RequestMethod.POST, RequestMethod.PATCH})
        void pause(@PathVariable("source-name") String name) {
            if (name.equals("panic")) {
                throw new ServerPanicException(ServerPanicException.NIL_POINTER);
            }
        }

        @GetMapping("/tasks/{task-name}/status")
        List<String> taskStatus(
                @PathVariable("task-name") String name,
                @RequestParam(name = "source_name_list", required = false) @Nullable List<String> sources) {
            return Objects.requireNonNullElse(sources, List.of());
        }
    }

    @V8
    static class SourcesV8 {

        @GetMapping("/sources")
        Map<String, Object> list() {
            return Map.of("total", 2, "data", List.of(new Seen("<b>&é", true, null)), "empty", List.of());
        }

        @PostMapping("/sources")
        @ResponseStatus(HttpStatus.CREATED)
        Map<String, Object> create(@RequestBody Map<String, Object> body) {
            return body;
        }

        @GetMapping("/sources/{source-name}")
        Seen one(@PathVariable("source-name") String name) {
            if (name.equals("panic")) {
                throw new ServerPanicException(ServerPanicException.NIL_POINTER);
            }
            throw new EmptyNotFoundException();
        }

        @GetMapping("/tasks/{task-name}")
        List<String> task(@PathVariable("task-name") String name) {
            return List.of(name);
        }
    }

    @RestController
    @RequestMapping("/_dmock/echo")
    static class Control {

        record Answer(String zebra, Map<String, String> apple) {}

        @GetMapping
        Answer answer(SpaceName space) {
            return new Answer("<" + space.value() + ">", Map.of());
        }
    }
}
