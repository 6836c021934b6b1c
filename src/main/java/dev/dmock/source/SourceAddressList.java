package dev.dmock.source;

import dev.dmock.space.fact.Draft;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.model.SourceAddresses;
import org.springframework.stereotype.Component;

/** Lists the addresses of all sources of a space. */
@Component
class SourceAddressList implements SourceAddresses {

    @Override
    public boolean contain(Draft draft, String address) {
        return draft.all(Source.KIND).stream()
                .anyMatch(source ->
                        Databases.address(source.host(), source.port()).equals(address));
    }
}
