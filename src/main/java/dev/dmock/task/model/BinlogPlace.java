package dev.dmock.task.model;

import dev.dmock.world.database.model.BinlogEvent;

/** Where in the binlog an error of the sync unit came up, in DM's words. */
public final class BinlogPlace {

    private BinlogPlace() {}

    public static String of(BinlogEvent event) {
        String place = "startLocation: [position: %s, gtid-set: ], endLocation: [position: %s, gtid-set: ]"
                .formatted(event.startPosition(), event.endPosition());
        return event.statement() == null ? place : place + ", origin SQL: [" + event.statement() + "]";
    }
}
