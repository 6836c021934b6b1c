package dev.dmock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts DMock: a DM cluster behind DM-master's OpenAPI on port 8261. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DmockApplication {

    public static void main(String[] args) {
        SpringApplication.run(DmockApplication.class, args);
    }
}
