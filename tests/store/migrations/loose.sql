-- Leaves rows that refer to what is gone.
DELETE FROM supplier;
