package dev.dmock.task.model;

import dev.dmock.world.database.model.BinlogEvent;

/** Formats the binlog position of a sync error as DM does. */
public final class BinlogPlace {

    private BinlogPlace() {}

    public static String of(BinlogEvent event) {
        String place = "startLocation: [position: %s, gtid-set: ], endLocation: [position: %s, gtid-set: ]"
                .formatted(event.startPosition(), event.endPosition());
        return event.statement() == null ? place : place + ", origin SQL: [" + event.statement() + "]";
    }
}
