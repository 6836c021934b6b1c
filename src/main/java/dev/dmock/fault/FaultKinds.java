package dev.dmock.fault;

import dev.dmock.space.fact.Kinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FaultKinds {

    @Bean
    Kinds kindsOfFault() {
        return Kinds.of(ArmedFault.KIND, FaultCount.KIND);
    }
}
