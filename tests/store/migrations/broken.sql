-- Ends in the middle with an error.
ALTER TABLE item ADD COLUMN shelf TEXT;
DELETE FROM movement;
CREATE TABLE shelf (id INTEGER PRIMARY KEY, location_id INTEGER REFERENCES nowhere, misspelt) STRICT;
