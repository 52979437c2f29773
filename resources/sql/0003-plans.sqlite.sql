-- Goals as they stood when somebody looked at them; whom a goal serves; which goal of the year
-- before it goes on with; and what a plan costs by what was ordered, held and filled for it.

-- customer: whom it serves; without one, whom its indicators serve. copied_from: the goal of an
-- earlier period that this one was drafted from.
ALTER TABLE goal ADD COLUMN customer TEXT CHECK (customer IN ('external', 'internal', 'none'));
ALTER TABLE goal ADD COLUMN copied_from INTEGER REFERENCES goal;
CREATE INDEX goal_copied ON goal (copied_from);

-- A note on how a goal goes. progress, elapsed and state: as the program saw them on that day.
CREATE TABLE goal_check (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  goal_id INTEGER NOT NULL REFERENCES goal ON DELETE CASCADE,
  checked_on TEXT NOT NULL,
  by_id INTEGER REFERENCES person,
  note TEXT NOT NULL CHECK (length (trim (note)) > 0),
  progress REAL,
  elapsed REAL,
  state TEXT NOT NULL CHECK (length (state) > 0),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX goal_check_goal ON goal_check (goal_id, checked_on);
CREATE INDEX goal_check_by ON goal_check (by_id);

-- One number of a check: the indicator, what was to be reached or kept, and where it was.
CREATE TABLE goal_check_value (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  goal_check_id INTEGER NOT NULL REFERENCES goal_check ON DELETE CASCADE,
  indicator_id INTEGER NOT NULL REFERENCES indicator,
  shape TEXT NOT NULL CHECK (shape IN ('reach', 'keep', 'total')),
  aim REAL,
  low REAL,
  high REAL,
  current REAL,
  expected REAL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX goal_check_value_check ON goal_check_value (goal_check_id);
CREATE INDEX goal_check_value_indicator ON goal_check_value (indicator_id);

CREATE VIEW goal_check_view AS
SELECT c.*, g.title AS goal_title, p.name AS by_name
FROM goal_check c
JOIN goal g ON g.id = c.goal_id
LEFT JOIN person p ON p.id = c.by_id;

CREATE VIEW goal_check_value_view AS
SELECT v.*, i.name AS indicator_name, i.unit AS unit, i.decimals AS decimals
FROM goal_check_value v
JOIN indicator i ON i.id = v.indicator_id;

-- What an action has its own records for: trainings and their sessions, vacancies, purchases.
CREATE VIEW training_view AS
SELECT t.*, k.name AS skill_name, s.name AS supplier_name, a.title AS action_title,
  i.name AS indicator_name,
  (SELECT count (*) FROM training_session x WHERE x.training_id = t.id
   AND x.state = 'planned') AS sessions_planned,
  (SELECT count (*) FROM training_session x WHERE x.training_id = t.id
   AND x.state = 'held') AS sessions_held
FROM training t
LEFT JOIN skill k ON k.id = t.skill_id
LEFT JOIN supplier s ON s.id = t.supplier_id
LEFT JOIN action a ON a.id = t.action_id
LEFT JOIN indicator i ON i.id = t.indicator_id;

CREATE VIEW training_session_view AS
SELECT s.*, t.title AS training_title, t.action_id AS action_id,
  (SELECT count (*) FROM training_seat x WHERE x.session_id = s.id) AS seats,
  (SELECT count (*) FROM training_seat x
   WHERE x.session_id = s.id AND x.state = 'present') AS present
FROM training_session s
JOIN training t ON t.id = s.training_id;

CREATE VIEW training_seat_view AS
SELECT x.*, p.name AS person_name, t.title AS training_title
FROM training_seat x
JOIN person p ON p.id = x.person_id
JOIN training_session s ON s.id = x.session_id
JOIN training t ON t.id = s.training_id;

-- filled: how many candidates were hired for it.
CREATE VIEW vacancy_view AS
SELECT v.*, r.name AS role_name, a.name AS area_name, x.title AS action_title,
  (SELECT count (*) FROM candidate c
   WHERE c.vacancy_id = v.id AND c.state = 'hired') AS filled
FROM vacancy v
JOIN role r ON r.id = v.role_id
JOIN area a ON a.id = r.area_id
LEFT JOIN action x ON x.id = v.action_id;

-- money: of whole lines, each rounded half up to the minor unit.
CREATE VIEW purchase_view AS
SELECT p.*, s.name AS supplier_name,
  (SELECT count (*) FROM purchase_line l WHERE l.purchase_id = p.id) AS lines,
  CAST (coalesce ((SELECT sum ((l.quantity * l.unit_price + 500) / 1000) FROM purchase_line l
                   WHERE l.purchase_id = p.id), 0) AS BIGINT) AS money
FROM purchase p
JOIN supplier s ON s.id = p.supplier_id;

-- got: what came, good or not. ordered_money: what is on the way. received_money: the good part.
CREATE VIEW purchase_line_view AS
SELECT f.*,
  CASE WHEN f.purchase_state = 'sent' AND f.quantity > f.good + f.rejected
       THEN ((f.quantity - f.good - f.rejected) * coalesce (f.unit_price, 0) + 500) / 1000
       ELSE 0 END AS ordered_money,
  (f.good * coalesce (f.unit_price, 0) + 500) / 1000 AS received_money
FROM (SELECT l.*, i.name AS item_name, i.sku AS sku, i.unit AS unit, p.state AS purchase_state,
        p.sent_on AS sent_on, s.id AS supplier_id, s.name AS supplier_name,
        CAST (coalesce ((SELECT sum (r.good) FROM receipt r WHERE r.line_id = l.id), 0)
              AS BIGINT) AS good,
        CAST (coalesce ((SELECT sum (r.rejected) FROM receipt r WHERE r.line_id = l.id), 0)
              AS BIGINT) AS rejected
      FROM purchase_line l
      JOIN purchase p ON p.id = l.purchase_id
      JOIN item i ON i.id = l.item_id
      JOIN supplier s ON s.id = p.supplier_id) f;

DROP VIEW action_view;
DROP VIEW goal_view;

-- serves: what the action hangs from, in the words of its record. An action belongs to the area of
-- its goal, else of its deviation, else of its owner's newest post. committed_money: what was
-- ordered and has not come yet, and what is agreed for sessions to come. spent_money: what was
-- typed, and what the goods that came, the sessions held and the hiring cost.
CREATE VIEW action_view AS
SELECT x.*, o.name AS owner_name, g.title AS goal_title, d.fact AS deviation_fact,
  coalesce (g.title, d.fact, e.believe, c.what) AS serves,
  a.id AS area_id, a.name AS area_name,
  (SELECT count (*) FROM action_after f JOIN action b ON b.id = f.after_id
   WHERE f.action_id = x.id AND b.state IN ('open', 'blocked')) AS waits_for,
  CAST (coalesce ((SELECT sum (n.planned_minutes) FROM action_need n
                   WHERE n.action_id = x.id), 0) AS BIGINT) AS planned_minutes,
  CAST (coalesce ((SELECT sum (n.spent_minutes) FROM action_need n
                   WHERE n.action_id = x.id), 0) AS BIGINT) AS spent_minutes,
  CAST (coalesce ((SELECT sum (n.planned_money) FROM action_need n
                   WHERE n.action_id = x.id), 0) AS BIGINT) AS planned_money,
  CAST (coalesce ((SELECT sum (l.ordered_money) FROM purchase_line_view l
                   WHERE l.action_id = x.id), 0)
        + coalesce ((SELECT sum (s.cost) FROM training t JOIN training_session s
                     ON s.training_id = t.id
                     WHERE t.action_id = x.id AND s.state = 'planned'), 0)
        AS BIGINT) AS committed_money,
  CAST (coalesce ((SELECT sum (n.spent_money) FROM action_need n
                   WHERE n.action_id = x.id), 0)
        + coalesce ((SELECT sum (l.received_money) FROM purchase_line_view l
                     WHERE l.action_id = x.id), 0)
        + coalesce ((SELECT sum (s.cost) FROM training t JOIN training_session s
                     ON s.training_id = t.id
                     WHERE t.action_id = x.id AND s.state = 'held'), 0)
        + coalesce ((SELECT sum (v.cost) FROM vacancy v WHERE v.action_id = x.id), 0)
        AS BIGINT) AS spent_money
FROM action x
LEFT JOIN person o ON o.id = x.owner_id
LEFT JOIN goal g ON g.id = x.goal_id
LEFT JOIN deviation d ON d.id = x.deviation_id
LEFT JOIN experiment e ON e.id = x.experiment_id
LEFT JOIN decision c ON c.id = x.decision_id
LEFT JOIN area a ON a.id = coalesce (g.area_id, d.area_id,
  (SELECT r.area_id FROM post y JOIN role r ON r.id = y.role_id WHERE y.person_id = x.owner_id
   ORDER BY y.from_on DESC, y.id DESC LIMIT 1));

CREATE VIEW goal_view AS
SELECT g.*, p.title AS parent_title, a.name AS area_name, o.name AS owner_name,
  (SELECT count (*) FROM goal c WHERE c.parent_id = g.id) AS children,
  (SELECT count (*) FROM target t WHERE t.goal_id = g.id) AS targets,
  (SELECT count (*) FROM action x WHERE x.goal_id = g.id) AS actions,
  (SELECT count (*) FROM action x
   WHERE x.goal_id = g.id AND x.state IN ('open', 'blocked')) AS open_actions,
  CAST (coalesce ((SELECT sum (x.planned_money) FROM action_view x
                   WHERE x.goal_id = g.id), 0) AS BIGINT) AS planned_money,
  CAST (coalesce ((SELECT sum (x.committed_money) FROM action_view x
                   WHERE x.goal_id = g.id), 0) AS BIGINT) AS committed_money,
  CAST (coalesce ((SELECT sum (x.spent_money) FROM action_view x
                   WHERE x.goal_id = g.id), 0) AS BIGINT) AS spent_money
FROM goal g
JOIN person o ON o.id = g.owner_id
LEFT JOIN goal p ON p.id = g.parent_id
LEFT JOIN area a ON a.id = g.area_id;
