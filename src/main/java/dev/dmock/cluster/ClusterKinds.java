package dev.dmock.cluster;

import dev.dmock.space.fact.Kinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClusterKinds {

    @Bean
    Kinds kindsOfCluster() {
        return Kinds.of(Master.KIND, Worker.KIND, Binding.KIND, Topology.KIND);
    }
}
