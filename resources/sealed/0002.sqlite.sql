-- The access log tells when the officer's passphrase was changed. Its lines stay as they were, and
-- so do their links.

DROP TRIGGER access_is_not_changed;
DROP TRIGGER access_is_not_deleted;

CREATE TABLE access_new (
  number       BIGINT NOT NULL PRIMARY KEY CHECK (number >= 1),
  happened_on  TEXT NOT NULL CHECK (length (happened_on) = 10),
  what         TEXT NOT NULL CHECK (what IN ('set-up', 'opened', 'read', 'acknowledged', 'answered',
                                             'closed', 'reopened', 'erase-date', 'erased',
                                             'expired', 'passphrase')),
  report_id    BIGINT,
  link         BLOB NOT NULL CHECK (length (link) = 32)
);

INSERT INTO access_new (number, happened_on, what, report_id, link)
SELECT number, happened_on, what, report_id, link FROM access ORDER BY number;

DROP TABLE access;
ALTER TABLE access_new RENAME TO access;

CREATE TRIGGER access_is_not_changed BEFORE UPDATE ON access
BEGIN
  SELECT RAISE (ABORT, 'a line of the access log is not changed');
END;

CREATE TRIGGER access_is_not_deleted BEFORE DELETE ON access
BEGIN
  SELECT RAISE (ABORT, 'a line of the access log is not deleted');
END;
