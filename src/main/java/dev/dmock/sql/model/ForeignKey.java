package dev.dmock.sql.model;

import dev.dmock.sql.token.TableName;
import java.util.List;

/** A foreign key, which is stored and printed but not enforced. */
public record ForeignKey(
        String name,
        List<String> columns,
        TableName references,
        List<String> referencedColumns,
        String onDelete,
        String onUpdate) {}
