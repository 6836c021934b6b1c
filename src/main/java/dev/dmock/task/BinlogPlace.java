package dev.dmock.task;

import dev.dmock.world.database.BinlogEvent;

/** Where in the binlog an error of the sync unit came up, in DM's words. */
final class BinlogPlace {

    private BinlogPlace() {}

    static String of(BinlogEvent event) {
        String place = "startLocation: [position: %s, gtid-set: ], endLocation: [position: %s, gtid-set: ]"
                .formatted(event.startPosition(), event.endPosition());
        return event.statement() == null ? place : place + ", origin SQL: [" + event.statement() + "]";
    }
}
