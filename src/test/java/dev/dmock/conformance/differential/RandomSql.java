package dev.dmock.conformance.differential;

/** Random statements about the tables of {@link RandomWorld}. */
final class RandomSql {

    private static final String[] TYPES = {
        "INT",
        "BIGINT UNSIGNED",
        "VARCHAR(20)",
        "VARCHAR(300)",
        "CHAR(5)",
        "TEXT",
        "DATETIME",
        "TIMESTAMP NULL",
        "DECIMAL(10,2)",
        "BLOB",
        "ENUM('a','b')",
        "JSON",
        "FLOAT",
        "BIT(3)",
        "DATE"
    };

    private final Chance chance;

    RandomSql(Chance chance) {
        this.chance = chance;
    }

    String schema() {
        return chance.oneIn(30) ? chance.of("none", "`select`") : chance.oneIn(8) ? "db2" : "db1";
    }

    String table() {
        return chance.oneIn(20) ? chance.of("none", "`order`") : chance.of("t1", "t1", "t2");
    }

    String type() {
        String type = chance.of(TYPES);
        if (type.startsWith("VARCHAR") && chance.oneIn(4)) {
            return type + chance.of(" CHARACTER SET utf8", " COLLATE latin1_general_ci", " CHARACTER SET utf8mb4");
        }
        return type;
    }

    private String column() {
        return chance.of("id", "c", "d", "e", "none");
    }

    /** A table that any server can make. */
    String plainTable(String name) {
        return createTable(name, chance.of("INT", "VARCHAR(50)", "DATETIME", "DECIMAL(10,2)", "TEXT"));
    }

    String createTable(String name) {
        return createTable(name, type());
    }

    private String createTable(String name, String type) {
        String key = chance.of(
                "PRIMARY KEY (id)",
                "PRIMARY KEY (id, c)",
                "UNIQUE KEY u (id)",
                "PRIMARY KEY (id), UNIQUE KEY u (c)",
                "KEY k (c)");
        String attribute = key.startsWith("KEY") ? "" : chance.of("", " NOT NULL", " AUTO_INCREMENT");
        String options = chance.of("", "", " DEFAULT CHARSET=utf8mb4", " COMMENT='x'", " AUTO_INCREMENT=7");
        return "CREATE TABLE %s (id INT%s, c VARCHAR(20), d %s, %s)%s".formatted(name, attribute, type, key, options);
    }

    String change() {
        String name = schema() + "." + table();
        int row = chance.below(20);
        return switch (chance.below(10)) {
            case 0, 1, 8, 9 -> "INSERT INTO " + name + " (id, c) VALUES (" + row + ",'r')";
            case 2 -> "UPDATE " + name + " SET c = 'u" + row + "' WHERE id < 5";
            case 3 -> "DELETE FROM " + name + " WHERE id = " + chance.of(1, 2, row);
            case 4, 5 -> "ALTER TABLE " + name + " " + alteration();
            case 6 -> table(name);
            default ->
                chance.of(
                        "FLUSH LOGS",
                        "CREATE DATABASE db3",
                        "DROP DATABASE db2",
                        "ALTER DATABASE db1 CHARACTER SET utf8");
        };
    }

    private String table(String name) {
        return chance.of(
                "DROP TABLE " + name,
                "TRUNCATE TABLE " + name,
                "RENAME TABLE " + name + " TO db1.t3",
                createTable("db1.t4"),
                "CREATE TABLE db1.t5 LIKE db1.t1",
                "CREATE INDEX i ON " + name + " (c)");
    }

    private String alteration() {
        return chance.of(
                "ADD COLUMN e " + type() + chance.of("", " FIRST", " AFTER id", " NOT NULL DEFAULT 1"),
                "DROP COLUMN " + column(),
                "MODIFY COLUMN " + column() + " " + type(),
                "CHANGE COLUMN c " + chance.of("c", "f") + " " + type(),
                "ADD INDEX i (" + column() + ")",
                "ADD UNIQUE KEY u (" + column() + ")",
                "DROP PRIMARY KEY",
                "ADD PRIMARY KEY (c)",
                "ADD FULLTEXT KEY f (c)",
                "DEFAULT CHARACTER SET utf8mb4",
                "CONVERT TO CHARACTER SET utf8",
                "AUTO_INCREMENT = 50",
                "COMMENT = 'y'",
                "ADD COLUMN (x INT, y INT)",
                "ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES db1.t2 (id)",
                "RENAME TO db1.t6");
    }
}
