package dev.dmock.world.database;

import dev.dmock.space.Kinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseKinds {

    @Bean
    Kinds kindsOfDatabases() {
        return Kinds.of(
                Reach.KIND,
                Outage.KIND,
                Server.KIND,
                Schema.KIND,
                Table.KIND,
                Row.KIND,
                BinlogEvent.KIND,
                BinlogCopy.KIND,
                StoredProgram.KIND);
    }
}
