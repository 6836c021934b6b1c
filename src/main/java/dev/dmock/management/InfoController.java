package dev.dmock.management;

import java.util.Map;
import org.springframework.boot.actuate.info.InfoEndpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which build this is: {@code {"build": {"version", "time", …}}}; nothing if it was not packaged. */
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
