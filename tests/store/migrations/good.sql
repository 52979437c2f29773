-- What a later version may do: a column more, a table made anew that others refer to, a new table.
ALTER TABLE item ADD COLUMN shelf TEXT;

-- What names the table keeps to its name while it is away.
PRAGMA legacy_alter_table = ON;
CREATE TABLE supplier_anew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (length (trim (name)) > 0),
  contact TEXT,
  lead_days INTEGER NOT NULL DEFAULT 7 CHECK (lead_days >= 0),
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  city TEXT
) STRICT;
INSERT INTO supplier_anew (id, name, contact, lead_days, name_key, version)
  SELECT id, name, contact, lead_days, name_key, version FROM supplier;
DROP TABLE supplier;
ALTER TABLE supplier_anew RENAME TO supplier;
PRAGMA legacy_alter_table = OFF;

CREATE TABLE shelf (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  location_id INTEGER NOT NULL REFERENCES location,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
