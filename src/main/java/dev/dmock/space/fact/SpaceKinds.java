package dev.dmock.space.fact;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SpaceKinds {

    @Bean
    Kinds kindsOfSpace() {
        return Kinds.of(SpaceSettings.KIND, TimelineEntry.KIND);
    }
}
