package dev.dmock.world.database;

import dev.dmock.space.fact.Kinds;
import dev.dmock.world.database.model.BinlogCopy;
import dev.dmock.world.database.model.BinlogEvent;
import dev.dmock.world.database.model.DatabaseSchema;
import dev.dmock.world.database.model.Outage;
import dev.dmock.world.database.model.ReachableServers;
import dev.dmock.world.database.model.Row;
import dev.dmock.world.database.model.Server;
import dev.dmock.world.database.model.StoredProgram;
import dev.dmock.world.database.model.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseKinds {

    @Bean
    Kinds kindsOfDatabases() {
        return Kinds.of(
                ReachableServers.KIND,
                Outage.KIND,
                Server.KIND,
                DatabaseSchema.KIND,
                Table.KIND,
                Row.KIND,
                BinlogEvent.KIND,
                BinlogCopy.KIND,
                StoredProgram.KIND);
    }
}
