package dev.dmock.source;

import dev.dmock.space.fact.Kinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SourceKinds {

    @Bean
    Kinds kindsOfSource() {
        return Kinds.of(Source.KIND, RelayFiles.KIND, RelayState.KIND, RelayStop.KIND);
    }
}
