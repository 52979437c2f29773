-- The weekly meeting as it goes on, and what it leaves behind; which rules the charts go by; an
-- item that is on the shelf, and all of it promised.

ALTER TABLE firm ADD COLUMN rules TEXT NOT NULL DEFAULT 'default' CHECK (rules IN
  ('default', 'wheeler', 'western-electric', 'nelson'));

-- Where a meeting stands, and how long it has sat: so it goes on after a break or a crash.
ALTER TABLE review ADD COLUMN part TEXT CHECK (part IN
  ('present', 'customers', 'indicators', 'promises', 'goals', 'solve', 'read-back'));
ALTER TABLE review ADD COLUMN seconds INTEGER NOT NULL DEFAULT 0 CHECK (seconds >= 0);

-- seen_on: the period whose value was seen, or the day on which it was due. left_state and left_on:
-- how the subject left the meeting, where the meeting changed it.
ALTER TABLE review_item ADD COLUMN part TEXT CHECK (part IN
  ('customers', 'indicators', 'promises', 'goals', 'solve'));
ALTER TABLE review_item ADD COLUMN seen_on TEXT;
ALTER TABLE review_item ADD COLUMN left_state TEXT;
ALTER TABLE review_item ADD COLUMN left_on TEXT;
UPDATE review_item SET part =
  CASE WHEN topic IS NOT NULL THEN 'customers'
       WHEN indicator_id IS NOT NULL THEN 'indicators'
       WHEN goal_id IS NOT NULL OR experiment_id IS NOT NULL THEN 'goals'
       ELSE 'promises' END;

-- What was made while a subject was talked about.
CREATE TABLE review_result (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review_item_id INTEGER NOT NULL REFERENCES review_item ON DELETE CASCADE,
  action_id INTEGER REFERENCES action ON DELETE CASCADE,
  deviation_id INTEGER REFERENCES deviation ON DELETE CASCADE,
  decision_id INTEGER REFERENCES decision ON DELETE CASCADE,
  experiment_id INTEGER REFERENCES experiment ON DELETE CASCADE,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((action_id IS NOT NULL) + (deviation_id IS NOT NULL) + (decision_id IS NOT NULL)
    + (experiment_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX review_result_item ON review_result (review_item_id);
CREATE INDEX review_result_action ON review_result (action_id);
CREATE INDEX review_result_deviation ON review_result (deviation_id);
CREATE INDEX review_result_decision ON review_result (decision_id);
CREATE INDEX review_result_experiment ON review_result (experiment_id);

-- subject: what was looked at, in the words of its record.
CREATE VIEW review_item_view AS
SELECT i.*, coalesce (n.name, a.title, d.fact, g.title, e.believe, c.what, i.topic) AS subject,
  coalesce (a.code, d.code, g.code, e.code, c.code) AS subject_code, r.week_on AS week_on
FROM review_item i
JOIN review r ON r.id = i.review_id
LEFT JOIN indicator n ON n.id = i.indicator_id
LEFT JOIN action a ON a.id = i.action_id
LEFT JOIN deviation d ON d.id = i.deviation_id
LEFT JOIN goal g ON g.id = i.goal_id
LEFT JOIN experiment e ON e.id = i.experiment_id
LEFT JOIN decision c ON c.id = i.decision_id;

-- what, owner and date: of the record that was made. The date is the one on which it comes back.
CREATE VIEW review_result_view AS
SELECT m.*, i.review_id AS review_id, i.position AS position,
  coalesce (a.title, d.fact, c.what, e.believe) AS what,
  coalesce (a.code, d.code, c.code, e.code) AS code,
  coalesce (a.owner_id, d.owner_id, c.by_id, e.owner_id) AS owner_id, p.name AS owner_name,
  coalesce (a.due_on, d.check_on, c.revisit_on, e.stop_on) AS due_on
FROM review_result m
JOIN review_item i ON i.id = m.review_item_id
LEFT JOIN action a ON a.id = m.action_id
LEFT JOIN deviation d ON d.id = m.deviation_id
LEFT JOIN decision c ON c.id = m.decision_id
LEFT JOIN experiment e ON e.id = m.experiment_id
LEFT JOIN person p ON p.id = coalesce (a.owner_id, d.owner_id, c.by_id, e.owner_id);

-- reserved: there is some, and none of it can be sold. low: time to buy. due: short now, but what
-- is on the way will do.
DROP VIEW item_view;
CREATE VIEW item_view AS
SELECT i.*, s.on_hand AS on_hand, s.reserved AS reserved, s.on_hand - s.reserved AS available,
  s.due_in AS due_in, s.on_hand + s.due_in - s.reserved AS projected, v.name AS supplier_name,
  CASE WHEN i.active = 0 THEN 'inactive'
       WHEN i.stocked = 0 THEN 'not-stocked'
       WHEN s.on_hand <= 0 THEN 'out'
       WHEN s.on_hand - s.reserved <= 0 THEN 'reserved'
       WHEN s.on_hand - s.reserved > coalesce (i.reorder_at, 0) THEN 'ok'
       WHEN s.on_hand + s.due_in - s.reserved > coalesce (i.reorder_at, 0) THEN 'due'
       ELSE 'low' END AS state
FROM item i
JOIN item_stock s ON s.id = i.id
LEFT JOIN supplier v ON v.id = i.supplier_id;
