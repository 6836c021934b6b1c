package dev.dmock.management;

import java.util.Map;
import org.springframework.boot.actuate.info.InfoEndpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns the build information: {@code {"build": {"version", "time", …}}}; empty if the program was not packaged. */
@RestController
class InfoController {

    private final InfoEndpoint info;

    InfoController(InfoEndpoint info) {
        this.info = info;
    }

    @GetMapping("/_dmock/info")
    Map<String, Object> info() {
        return info.info();
    }
}
