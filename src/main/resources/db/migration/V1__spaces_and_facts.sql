-- A space is one emulated cluster. Its version counts the commits to it, each of which is derived from the one before.
CREATE TABLE space (
    name    VARCHAR(64) NOT NULL PRIMARY KEY,
    version BIGINT      NOT NULL
);

-- What is known of a space: one row for each record, with its natural key, as JSON.
CREATE TABLE fact (
    space VARCHAR(64)   NOT NULL REFERENCES space (name) ON DELETE CASCADE,
    kind  VARCHAR(32)   NOT NULL,
    id    VARCHAR(2000) NOT NULL,
    body  TEXT          NOT NULL,
    PRIMARY KEY (space, kind, id)
);
