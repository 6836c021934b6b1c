-- A space that was dropped and made again counts its commits from the beginning: this tells it from the one before.
ALTER TABLE space ADD COLUMN life VARCHAR(36) DEFAULT '' NOT NULL;
