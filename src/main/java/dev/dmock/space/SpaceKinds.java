package dev.dmock.space;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SpaceKinds {

    @Bean
    Kinds kindsOfSpace() {
        return Kinds.of(Settings.KIND, Note.KIND);
    }
}
