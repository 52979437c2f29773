-- Confidential reports: a file of its own beside the firm's.
--
-- Nothing here says who wrote a report, and no time is finer than a day. Texts and kinds are sealed
-- (src/seal); what can be read without a key is how many reports there are and how far they are.

CREATE TABLE officer (
  id          BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  public_key  BLOB NOT NULL CHECK (length (public_key) = 32),
  locked_key  BLOB NOT NULL,                  -- opened by the officer's passphrase
  salt        BLOB NOT NULL CHECK (length (salt) = 16),  -- of the keys that receipt codes give
  set_up_on   TEXT NOT NULL CHECK (length (set_up_on) = 10),
  lines       BIGINT NOT NULL DEFAULT 0 CHECK (lines >= 0),  -- how many lines the access log has
  last_link   BLOB NOT NULL CHECK (length (last_link) = 32)  -- the link of the last of them
);

-- Ids are drawn by lot, so that they tell no order within a day.
CREATE TABLE report (
  id               BIGINT NOT NULL PRIMARY KEY CHECK (id >= 0),
  received_on      TEXT NOT NULL CHECK (length (received_on) = 10),
  kind             BLOB NOT NULL,             -- sealed to the officer
  body             BLOB NOT NULL,             -- sealed to the officer
  receipt_key      BLOB NOT NULL UNIQUE CHECK (length (receipt_key) = 32),  -- public
  acknowledged_on  TEXT CHECK (length (acknowledged_on) = 10),
  answered_on      TEXT CHECK (length (answered_on) = 10),
  closed_on        TEXT CHECK (length (closed_on) = 10),
  erase_on         TEXT CHECK (length (erase_on) = 10),
  CHECK ((closed_on IS NULL) = (erase_on IS NULL)),
  CHECK (acknowledged_on >= received_on),
  CHECK (answered_on >= acknowledged_on),
  CHECK (answered_on IS NULL OR acknowledged_on IS NOT NULL),
  CHECK (closed_on >= received_on),
  CHECK (erase_on >= closed_on)
);

-- What was said after the report, sealed between its writer and the officer.
CREATE TABLE message (
  report_id     BIGINT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  number        BIGINT NOT NULL CHECK (number >= 1),
  written_on    TEXT NOT NULL CHECK (length (written_on) = 10),
  from_officer  BIGINT NOT NULL CHECK (from_officer IN (0, 1)),
  body          BLOB NOT NULL,
  PRIMARY KEY (report_id, number)
);

-- What was done with the officer's key. Anybody may read it; each line's link follows from the one
-- before it, so that a line that was changed or taken out shows. Erased reports stay named.
CREATE TABLE access (
  number       BIGINT NOT NULL PRIMARY KEY CHECK (number >= 1),
  happened_on  TEXT NOT NULL CHECK (length (happened_on) = 10),
  what         TEXT NOT NULL CHECK (what IN ('set-up', 'opened', 'read', 'acknowledged', 'answered',
                                             'closed', 'reopened', 'erase-date', 'erased',
                                             'expired')),
  report_id    BIGINT,
  link         BLOB NOT NULL CHECK (length (link) = 32)
);

CREATE TRIGGER access_is_not_changed BEFORE UPDATE ON access
BEGIN
  SELECT RAISE (ABORT, 'a line of the access log is not changed');
END;

CREATE TRIGGER access_is_not_deleted BEFORE DELETE ON access
BEGIN
  SELECT RAISE (ABORT, 'a line of the access log is not deleted');
END;
