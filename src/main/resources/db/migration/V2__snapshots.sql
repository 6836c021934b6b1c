-- What a space was at some moment: a whole document, which goes with its space.
CREATE TABLE snapshot (
    space    VARCHAR(64) NOT NULL REFERENCES space (name) ON DELETE CASCADE,
    name     VARCHAR(64) NOT NULL,
    taken_at VARCHAR(40) NOT NULL,
    body     TEXT        NOT NULL,
    PRIMARY KEY (space, name)
);
