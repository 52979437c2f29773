-- Days on which nobody works, who leads an area, and what cannot be: somebody away twice at once,
-- away or in a post without working here, or in posts that take more than the whole week together.

-- Without an area it is a holiday of the whole firm; with one, of that area and its parts alone.
CREATE TABLE holiday (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  area_id INTEGER REFERENCES area,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX holiday_once ON holiday (day, coalesce (area_id, 0));
CREATE INDEX holiday_area ON holiday (area_id);

-- leads: whoever holds the role is the head of its area, so that heads have the history of posts.
ALTER TABLE role ADD COLUMN leads INTEGER NOT NULL DEFAULT 0 CHECK (leads IN (0, 1));

CREATE VIEW holiday_view AS
SELECT h.*, a.name AS area_name
FROM holiday h
LEFT JOIN area a ON a.id = h.area_id;

CREATE VIEW absence_view AS
SELECT x.*, p.name AS person_name, k.name AS kind_name, k.counts AS counts, k.planned AS planned
FROM absence x
JOIN person p ON p.id = x.person_id
JOIN absence_kind k ON k.id = x.kind_id;

-- What is away in a month; what else a person is away for.
CREATE INDEX absence_day ON absence (to_on, from_on);
CREATE INDEX absence_once ON absence (person_id, to_on, from_on);

-- Rows from before these rules stay as they are until their days change.
CREATE TRIGGER absence_insert_once AFTER INSERT ON absence
WHEN EXISTS (
  SELECT 1 FROM absence x
  WHERE x.person_id = NEW.person_id AND x.id <> NEW.id
    AND x.to_on >= NEW.from_on AND x.from_on <= NEW.to_on)
BEGIN SELECT raise (ABORT, 'somebody is away once at a time'); END;

CREATE TRIGGER absence_update_once AFTER UPDATE OF person_id, from_on, to_on ON absence
WHEN (OLD.person_id <> NEW.person_id OR OLD.from_on <> NEW.from_on OR OLD.to_on <> NEW.to_on)
  AND EXISTS (
    SELECT 1 FROM absence x
    WHERE x.person_id = NEW.person_id AND x.id <> NEW.id
      AND x.to_on >= NEW.from_on AND x.from_on <= NEW.to_on)
BEGIN SELECT raise (ABORT, 'somebody is away once at a time'); END;

CREATE TRIGGER absence_insert_employed AFTER INSERT ON absence
WHEN EXISTS (
  SELECT 1 FROM person p
  WHERE p.id = NEW.person_id AND (NEW.from_on < p.hired_on OR NEW.to_on > p.left_on))
BEGIN SELECT raise (ABORT, 'only who works here is away'); END;

CREATE TRIGGER absence_update_employed AFTER UPDATE OF person_id, from_on, to_on ON absence
WHEN (OLD.person_id <> NEW.person_id OR OLD.from_on <> NEW.from_on OR OLD.to_on <> NEW.to_on)
  AND EXISTS (
    SELECT 1 FROM person p
    WHERE p.id = NEW.person_id AND (NEW.from_on < p.hired_on OR NEW.to_on > p.left_on))
BEGIN SELECT raise (ABORT, 'only who works here is away'); END;

-- A post that is open ends with the person's leaving, whatever it says.
CREATE TRIGGER post_insert_employed AFTER INSERT ON post
WHEN EXISTS (
  SELECT 1 FROM person p
  WHERE p.id = NEW.person_id
    AND (NEW.from_on < p.hired_on OR coalesce (NEW.to_on, NEW.from_on) > p.left_on))
BEGIN SELECT raise (ABORT, 'only who works here has a post'); END;

CREATE TRIGGER post_update_employed AFTER UPDATE OF person_id, from_on, to_on ON post
WHEN (OLD.person_id <> NEW.person_id OR OLD.from_on <> NEW.from_on OR OLD.to_on IS NOT NEW.to_on)
  AND EXISTS (
    SELECT 1 FROM person p
    WHERE p.id = NEW.person_id
      AND (NEW.from_on < p.hired_on OR coalesce (NEW.to_on, NEW.from_on) > p.left_on))
BEGIN SELECT raise (ABORT, 'only who works here has a post'); END;

-- Posts at once are parts of one week. The most is worked on a day on which one of them begins.
CREATE TRIGGER post_insert_week AFTER INSERT ON post
WHEN EXISTS (
  SELECT 1 FROM post d
  WHERE d.person_id = NEW.person_id
    AND d.from_on BETWEEN NEW.from_on AND coalesce (NEW.to_on, '9999-12-31')
    AND (SELECT count (*) > 1 AND sum (x.week_minutes) > (SELECT week_minutes FROM firm)
         FROM post x
         WHERE x.person_id = NEW.person_id
           AND d.from_on BETWEEN x.from_on AND coalesce (x.to_on, '9999-12-31')))
BEGIN SELECT raise (ABORT, 'posts at once are parts of one week'); END;

CREATE TRIGGER post_update_week AFTER UPDATE OF person_id, from_on, to_on, week_minutes ON post
WHEN (OLD.person_id <> NEW.person_id OR OLD.from_on <> NEW.from_on OR OLD.to_on IS NOT NEW.to_on
      OR OLD.week_minutes <> NEW.week_minutes)
  AND EXISTS (
    SELECT 1 FROM post d
    WHERE d.person_id = NEW.person_id
      AND d.from_on BETWEEN NEW.from_on AND coalesce (NEW.to_on, '9999-12-31')
      AND (SELECT count (*) > 1 AND sum (x.week_minutes) > (SELECT week_minutes FROM firm)
           FROM post x
           WHERE x.person_id = NEW.person_id
             AND d.from_on BETWEEN x.from_on AND coalesce (x.to_on, '9999-12-31')))
BEGIN SELECT raise (ABORT, 'posts at once are parts of one week'); END;
