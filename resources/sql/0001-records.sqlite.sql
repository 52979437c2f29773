-- Migration 0001: the records of a firm, for SQLite.
--
-- Dates are TEXT 'YYYY-MM-DD', instants INTEGER seconds UTC, money INTEGER minor units, quantities
-- INTEGER thousandths of the item's unit, unit costs INTEGER hundredths of a minor unit.
--
-- version counts the writes of a row; an update names the version that it read. name_key is the
-- row's name folded by the program, for order and search in any language. code is a short name
-- (D-31) that the program gives a row whose words are no name. Tables without a version are kept
-- by triggers or only grow. The triggers that fill the edit log are made by the program from the
-- tables; meta, balance, closing_stock, stockout and survey_answer are not logged.
--
-- Views hold the computed fields of the records, in SQL that PostgreSQL understands too. They
-- know no present day: whatever depends on it is computed by the program.

-- ---- the firm and its people -------------------------------------------------------------------

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE firm (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  currency TEXT NOT NULL DEFAULT 'EUR',
  week_minutes INTEGER NOT NULL DEFAULT 2400 CHECK (week_minutes > 0),
  fiscal_month INTEGER NOT NULL DEFAULT 1 CHECK (fiscal_month BETWEEN 1 AND 12),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE area (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (length (trim (name)) > 0),
  parent_id INTEGER REFERENCES area,
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX area_parent ON area (parent_id);

CREATE TABLE role (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  area_id INTEGER NOT NULL REFERENCES area,
  seats INTEGER NOT NULL DEFAULT 1 CHECK (seats >= 0),
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX role_area ON role (area_id);

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE,
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  email TEXT,
  language TEXT,
  hired_on TEXT NOT NULL,
  left_on TEXT,
  left_why TEXT CHECK (left_why IN
    ('resigned', 'dismissed', 'retired', 'contract-end', 'death', 'other')),
  erased_on TEXT,
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (left_on IS NULL OR left_on >= hired_on)
) STRICT;
CREATE INDEX person_name_key ON person (name_key, id);

CREATE TABLE post (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person,
  role_id INTEGER NOT NULL REFERENCES role,
  from_on TEXT NOT NULL,
  to_on TEXT,
  week_minutes INTEGER NOT NULL DEFAULT 2400 CHECK (week_minutes >= 0),
  hour_cost INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (to_on IS NULL OR to_on >= from_on)
) STRICT;
CREATE INDEX post_person ON post (person_id, from_on);
CREATE INDEX post_role ON post (role_id);

-- ---- indicators --------------------------------------------------------------------------------

-- source: hand, import, formula, or one of the program's own feeds (staff.absence, stock.stockout).
CREATE TABLE indicator (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  area_id INTEGER NOT NULL REFERENCES area,
  name TEXT NOT NULL UNIQUE CHECK (length (trim (name)) > 0),
  question TEXT NOT NULL,
  definition TEXT NOT NULL,
  unit TEXT NOT NULL,
  decimals INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 4),
  family TEXT NOT NULL CHECK (family IN
    ('productivity', 'quality', 'customer', 'people', 'finance', 'stock')),
  customer TEXT NOT NULL DEFAULT 'none' CHECK (customer IN ('none', 'external', 'internal')),
  customer_area_id INTEGER REFERENCES area,
  lever INTEGER NOT NULL DEFAULT 0 CHECK (lever IN (0, 1)),
  better TEXT NOT NULL CHECK (better IN ('up', 'down', 'band', 'neither')),
  every TEXT NOT NULL DEFAULT 'week' CHECK (every IN ('day', 'week', 'month')),
  roll TEXT NOT NULL CHECK (roll IN ('sum', 'mean', 'last', 'min', 'max', 'ratio')),
  floor REAL,
  ceiling REAL,
  owner_id INTEGER NOT NULL REFERENCES person,
  collector_id INTEGER REFERENCES person,
  source TEXT NOT NULL DEFAULT 'hand',
  formula TEXT,
  starts_on TEXT NOT NULL,
  retired_on TEXT,
  retired_why TEXT,
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (floor IS NULL OR ceiling IS NULL OR floor < ceiling)
) STRICT;
CREATE INDEX indicator_area ON indicator (area_id);
CREATE INDEX indicator_customer_area ON indicator (customer_area_id);
CREATE INDEX indicator_owner ON indicator (owner_id);
CREATE INDEX indicator_collector ON indicator (collector_id);
CREATE INDEX indicator_name_key ON indicator (name_key, id);

-- No row: not measured yet. No value, and a note: known to be missing.
CREATE TABLE measurement (
  indicator_id INTEGER NOT NULL REFERENCES indicator,
  period_on TEXT NOT NULL,
  value REAL,
  num REAL,
  den REAL,
  estimated INTEGER NOT NULL DEFAULT 0 CHECK (estimated IN (0, 1)),
  left_out INTEGER NOT NULL DEFAULT 0 CHECK (left_out IN (0, 1)),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (indicator_id, period_on),
  CHECK (left_out = 0 OR note IS NOT NULL),
  CHECK (value IS NOT NULL OR note IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- ---- goals -------------------------------------------------------------------------------------

-- A goal without parent and area is a company goal.
CREATE TABLE goal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE,
  parent_id INTEGER REFERENCES goal,
  area_id INTEGER REFERENCES area,
  owner_id INTEGER NOT NULL REFERENCES person,
  title TEXT NOT NULL CHECK (length (trim (title)) > 0),
  why TEXT NOT NULL DEFAULT '',
  starts_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  weight REAL NOT NULL DEFAULT 1 CHECK (weight > 0),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN
    ('draft', 'open', 'reached', 'missed', 'dropped')),
  closed_on TEXT,
  lesson TEXT,
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (due_on > starts_on),
  CHECK (state IN ('draft', 'open') OR (closed_on IS NOT NULL AND lesson IS NOT NULL))
) STRICT;
CREATE INDEX goal_parent ON goal (parent_id);
CREATE INDEX goal_area ON goal (area_id);
CREATE INDEX goal_owner ON goal (owner_id);
CREATE INDEX goal_name_key ON goal (name_key, id);

-- A target without a goal is a standing standard.
CREATE TABLE target (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  indicator_id INTEGER NOT NULL REFERENCES indicator,
  goal_id INTEGER REFERENCES goal ON DELETE CASCADE,
  shape TEXT NOT NULL CHECK (shape IN ('reach', 'keep', 'total')),
  baseline REAL,
  value REAL,
  low REAL,
  high REAL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  weight REAL NOT NULL DEFAULT 1 CHECK (weight > 0),
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (to_on > from_on),
  CHECK (shape <> 'reach' OR (baseline IS NOT NULL AND value IS NOT NULL AND value <> baseline)),
  CHECK (shape <> 'total' OR (value IS NOT NULL AND value <> 0)),
  CHECK (shape <> 'keep' OR value IS NOT NULL
    OR (low IS NOT NULL AND high IS NOT NULL AND low <= high))
) STRICT;
CREATE INDEX target_indicator ON target (indicator_id, from_on);
CREATE INDEX target_goal ON target (goal_id);

-- ---- deviations, experiments, decisions, reviews, plans ----------------------------------------

-- origin risk: has not happened yet; prevent it.
CREATE TABLE deviation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE,
  indicator_id INTEGER REFERENCES indicator,
  period_on TEXT,
  area_id INTEGER NOT NULL REFERENCES area,
  origin TEXT NOT NULL CHECK (origin IN
    ('signal', 'target', 'complaint', 'audit', 'person', 'risk')),
  reported_by INTEGER REFERENCES person,
  owner_id INTEGER NOT NULL REFERENCES person,
  fact TEXT NOT NULL CHECK (length (trim (fact)) > 0),
  effect TEXT,
  contained TEXT,
  cause TEXT,
  cause_kind TEXT CHECK (cause_kind IN ('special', 'common', 'unknown')),
  similar_elsewhere TEXT,
  opened_on TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN
    ('open', 'acting', 'checking', 'closed', 'reopened')),
  check_on TEXT,
  effective TEXT CHECK (effective IN ('yes', 'partly', 'no')),
  evidence TEXT,
  closed_on TEXT,
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (state <> 'closed' OR (closed_on IS NOT NULL AND cause IS NOT NULL
    AND effective IS NOT NULL AND evidence IS NOT NULL))
) STRICT;
CREATE INDEX deviation_indicator ON deviation (indicator_id);
CREATE INDEX deviation_area ON deviation (area_id);
CREATE INDEX deviation_reporter ON deviation (reported_by);
CREATE INDEX deviation_owner ON deviation (owner_id);
CREATE INDEX deviation_name_key ON deviation (name_key, id);

CREATE TABLE experiment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE,
  goal_id INTEGER REFERENCES goal,
  deviation_id INTEGER REFERENCES deviation,
  owner_id INTEGER NOT NULL REFERENCES person,
  believe TEXT NOT NULL CHECK (length (trim (believe)) > 0),
  test TEXT NOT NULL,
  indicator_id INTEGER REFERENCES indicator,
  right_if TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  stop_on TEXT NOT NULL,
  limit_money INTEGER NOT NULL DEFAULT 0,
  limit_minutes INTEGER NOT NULL DEFAULT 0,
  observed TEXT,
  learned TEXT,
  next TEXT CHECK (next IN ('adopt', 'change', 'repeat', 'stop')),
  closed_on TEXT,
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (stop_on >= starts_on),
  CHECK (closed_on IS NULL
    OR (observed IS NOT NULL AND learned IS NOT NULL AND next IS NOT NULL))
) STRICT;
CREATE INDEX experiment_goal ON experiment (goal_id);
CREATE INDEX experiment_deviation ON experiment (deviation_id);
CREATE INDEX experiment_owner ON experiment (owner_id);
CREATE INDEX experiment_indicator ON experiment (indicator_id);

CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE,
  area_id INTEGER REFERENCES area,
  week_on TEXT NOT NULL,
  planned_minutes INTEGER NOT NULL DEFAULT 45,
  started_at INTEGER,
  ended_at INTEGER,
  chair_id INTEGER REFERENCES person,
  keeper_id INTEGER REFERENCES person,
  closing_note TEXT,
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX review_once ON review (coalesce (area_id, 0), week_on);
CREATE INDEX review_area ON review (area_id);
CREATE INDEX review_chair ON review (chair_id);
CREATE INDEX review_keeper ON review (keeper_id);

CREATE TABLE review_person (
  review_id INTEGER NOT NULL REFERENCES review ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person,
  present INTEGER NOT NULL DEFAULT 0 CHECK (present IN (0, 1)),
  usefulness INTEGER CHECK (usefulness BETWEEN 1 AND 10),
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (review_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_person_person ON review_person (person_id);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE,
  review_id INTEGER REFERENCES review,
  decided_on TEXT NOT NULL,
  by_id INTEGER NOT NULL REFERENCES person,
  what TEXT NOT NULL CHECK (length (trim (what)) > 0),
  why TEXT NOT NULL,
  revisit_on TEXT,
  replaced_by INTEGER REFERENCES decision,
  goal_id INTEGER REFERENCES goal,
  indicator_id INTEGER REFERENCES indicator,
  deviation_id INTEGER REFERENCES deviation,
  experiment_id INTEGER REFERENCES experiment,
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (replaced_by IS NULL OR replaced_by <> id)
) STRICT;
CREATE INDEX decision_review ON decision (review_id);
CREATE INDEX decision_by ON decision (by_id);
CREATE INDEX decision_replaced ON decision (replaced_by);
CREATE INDEX decision_goal ON decision (goal_id);
CREATE INDEX decision_indicator ON decision (indicator_id, decided_on);
CREATE INDEX decision_deviation ON decision (deviation_id);
CREATE INDEX decision_experiment ON decision (experiment_id);

CREATE TABLE segment (
  indicator_id INTEGER NOT NULL REFERENCES indicator,
  from_on TEXT NOT NULL,
  base_n INTEGER NOT NULL DEFAULT 20 CHECK (base_n BETWEEN 6 AND 60),
  why TEXT NOT NULL CHECK (length (trim (why)) > 0),
  decision_id INTEGER REFERENCES decision,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (indicator_id, from_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX segment_decision ON segment (decision_id);

-- Nothing floats free: an action serves a goal, a deviation, an experiment or a decision.
-- first_due_on is where it was due before it was moved for the first time.
CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE,
  goal_id INTEGER REFERENCES goal,
  deviation_id INTEGER REFERENCES deviation,
  experiment_id INTEGER REFERENCES experiment,
  decision_id INTEGER REFERENCES decision,
  kind TEXT NOT NULL DEFAULT 'todo' CHECK (kind IN
    ('hire', 'train', 'buy', 'process', 'repair', 'study', 'todo')),
  nature TEXT NOT NULL DEFAULT 'plan' CHECK (nature IN ('plan', 'contain', 'correct', 'prevent')),
  title TEXT NOT NULL CHECK (length (trim (title)) > 0),
  done_when TEXT,
  owner_id INTEGER REFERENCES person,
  starts_on TEXT,
  due_on TEXT NOT NULL,
  first_due_on TEXT,
  moved INTEGER NOT NULL DEFAULT 0 CHECK (moved >= 0),
  moved_why TEXT,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'blocked', 'done', 'dropped')),
  progress INTEGER NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  closed_on TEXT,
  result TEXT,
  weight REAL NOT NULL DEFAULT 1 CHECK (weight > 0),
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (moved = 0 OR first_due_on IS NOT NULL),
  CHECK (state IN ('open', 'blocked') OR closed_on IS NOT NULL),
  CHECK (state <> 'dropped' OR result IS NOT NULL),
  CHECK (goal_id IS NOT NULL OR deviation_id IS NOT NULL OR experiment_id IS NOT NULL
    OR decision_id IS NOT NULL)
) STRICT;
CREATE INDEX action_goal ON action (goal_id);
CREATE INDEX action_deviation ON action (deviation_id);
CREATE INDEX action_experiment ON action (experiment_id);
CREATE INDEX action_decision ON action (decision_id);
CREATE INDEX action_owner ON action (owner_id);
CREATE INDEX action_due ON action (due_on, id);
CREATE INDEX action_name_key ON action (name_key, id);

CREATE TABLE action_need (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action_id INTEGER NOT NULL REFERENCES action ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (length (trim (what)) > 0),
  kind TEXT NOT NULL CHECK (kind IN ('infrastructure', 'labour', 'material', 'service')),
  planned_minutes INTEGER NOT NULL DEFAULT 0,
  spent_minutes INTEGER NOT NULL DEFAULT 0,
  planned_money INTEGER NOT NULL DEFAULT 0,
  spent_money INTEGER NOT NULL DEFAULT 0,
  investment INTEGER NOT NULL DEFAULT 0 CHECK (investment IN (0, 1)),
  ready_on TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX action_need_action ON action_need (action_id);

CREATE TABLE action_after (
  action_id INTEGER NOT NULL REFERENCES action ON DELETE CASCADE,
  after_id INTEGER NOT NULL REFERENCES action ON DELETE CASCADE,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (action_id, after_id),
  CHECK (action_id <> after_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX action_after_after ON action_after (after_id);

-- What was seen and said in a review, frozen.
CREATE TABLE review_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review_id INTEGER NOT NULL REFERENCES review ON DELETE CASCADE,
  position INTEGER NOT NULL,
  indicator_id INTEGER REFERENCES indicator,
  action_id INTEGER REFERENCES action,
  deviation_id INTEGER REFERENCES deviation,
  goal_id INTEGER REFERENCES goal,
  experiment_id INTEGER REFERENCES experiment,
  decision_id INTEGER REFERENCES decision,
  topic TEXT,
  seen_value REAL,
  seen_variation TEXT,
  seen_assurance TEXT,
  seen_state TEXT,
  outcome TEXT CHECK (outcome IN
    ('nothing', 'explained', 'looking', 'deviation', 'decision', 'action', 'later')),
  said TEXT,
  seconds INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((indicator_id IS NOT NULL) + (action_id IS NOT NULL) + (deviation_id IS NOT NULL)
    + (goal_id IS NOT NULL) + (experiment_id IS NOT NULL) + (decision_id IS NOT NULL)
    + (topic IS NOT NULL) = 1)
) STRICT;
CREATE INDEX review_item_review ON review_item (review_id, position);
CREATE INDEX review_item_indicator ON review_item (indicator_id);
CREATE INDEX review_item_action ON review_item (action_id);
CREATE INDEX review_item_deviation ON review_item (deviation_id);
CREATE INDEX review_item_goal ON review_item (goal_id);
CREATE INDEX review_item_experiment ON review_item (experiment_id);
CREATE INDEX review_item_decision ON review_item (decision_id);

-- ---- skills, training, absence, hiring, voice --------------------------------------------------

CREATE TABLE supplier (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (length (trim (name)) > 0),
  contact TEXT,
  lead_days INTEGER NOT NULL DEFAULT 7 CHECK (lead_days >= 0),
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE skill (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (length (trim (name)) > 0),
  valid_months INTEGER,
  warn_days INTEGER NOT NULL DEFAULT 60,
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE role_skill (
  role_id INTEGER NOT NULL REFERENCES role,
  skill_id INTEGER NOT NULL REFERENCES skill,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  must INTEGER NOT NULL DEFAULT 0 CHECK (must IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (role_id, skill_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX role_skill_skill ON role_skill (skill_id);

CREATE TABLE training (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL CHECK (length (trim (title)) > 0),
  skill_id INTEGER REFERENCES skill,
  level_given INTEGER CHECK (level_given BETWEEN 1 AND 4),
  supplier_id INTEGER REFERENCES supplier,
  action_id INTEGER REFERENCES action,
  indicator_id INTEGER REFERENCES indicator,
  expect REAL,
  expect_by TEXT,
  verdict TEXT CHECK (verdict IN ('moved', 'not-moved', 'too-early')),
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX training_skill ON training (skill_id);
CREATE INDEX training_supplier ON training (supplier_id);
CREATE INDEX training_action ON training (action_id);
CREATE INDEX training_indicator ON training (indicator_id);

CREATE TABLE training_session (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  training_id INTEGER NOT NULL REFERENCES training,
  starts_at INTEGER NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  place TEXT,
  cost INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'cancelled')),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX training_session_training ON training_session (training_id);

CREATE TABLE training_seat (
  session_id INTEGER NOT NULL REFERENCES training_session,
  person_id INTEGER NOT NULL REFERENCES person,
  state TEXT NOT NULL DEFAULT 'invited' CHECK (state IN
    ('invited', 'present', 'absent', 'excused')),
  minutes INTEGER,
  passed INTEGER CHECK (passed IN (0, 1)),
  score INTEGER,
  liked INTEGER CHECK (liked BETWEEN 1 AND 5),
  applied INTEGER CHECK (applied BETWEEN 1 AND 5),
  applied_on TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (session_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX training_seat_person ON training_seat (person_id);

-- Only grows; a certificate is a mark that expires. A row that reverses another takes both away.
CREATE TABLE skill_mark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person,
  skill_id INTEGER NOT NULL REFERENCES skill,
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
  marked_on TEXT NOT NULL,
  expires_on TEXT,
  how TEXT NOT NULL CHECK (how IN ('self', 'manager', 'test', 'training', 'certificate')),
  session_id INTEGER REFERENCES training_session,
  document TEXT,
  reverses_id INTEGER UNIQUE REFERENCES skill_mark
) STRICT;
CREATE INDEX skill_mark_person ON skill_mark (person_id, skill_id, marked_on);
CREATE INDEX skill_mark_skill ON skill_mark (skill_id);
CREATE INDEX skill_mark_session ON skill_mark (session_id);

CREATE TABLE absence_kind (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (length (trim (name)) > 0),
  counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
  planned INTEGER NOT NULL DEFAULT 0 CHECK (planned IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Never a diagnosis.
CREATE TABLE absence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person,
  kind_id INTEGER NOT NULL REFERENCES absence_kind,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes >= 0),
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (to_on >= from_on)
) STRICT;
CREATE INDEX absence_person ON absence (person_id, from_on);
CREATE INDEX absence_by_kind ON absence (kind_id);

CREATE TABLE vacancy (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  role_id INTEGER NOT NULL REFERENCES role,
  action_id INTEGER REFERENCES action,
  seats INTEGER NOT NULL DEFAULT 1 CHECK (seats > 0),
  opened_on TEXT NOT NULL,
  needed_by TEXT,
  closed_on TEXT,
  why TEXT CHECK (why IN ('new', 'replace')),
  cost INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX vacancy_role ON vacancy (role_id);
CREATE INDEX vacancy_action ON vacancy (action_id);

CREATE TABLE candidate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  vacancy_id INTEGER NOT NULL REFERENCES vacancy,
  name TEXT,
  contact TEXT,
  origin TEXT,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN
    ('new', 'interview', 'offer', 'hired', 'rejected', 'withdrew')),
  state_on TEXT NOT NULL,
  erase_on TEXT NOT NULL,
  person_id INTEGER REFERENCES person,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX candidate_vacancy ON candidate (vacancy_id);
CREATE INDEX candidate_person ON candidate (person_id);

CREATE TABLE suggestion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  said_on TEXT NOT NULL,
  person_id INTEGER REFERENCES person,
  area_id INTEGER REFERENCES area,
  what TEXT NOT NULL CHECK (length (trim (what)) > 0),
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'taken', 'done', 'declined')),
  answer TEXT,
  action_id INTEGER REFERENCES action,
  experiment_id INTEGER REFERENCES experiment,
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX suggestion_person ON suggestion (person_id);
CREATE INDEX suggestion_area ON suggestion (area_id);
CREATE INDEX suggestion_action ON suggestion (action_id);
CREATE INDEX suggestion_experiment ON suggestion (experiment_id);

CREATE TABLE survey (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL CHECK (length (trim (title)) > 0),
  kind TEXT NOT NULL CHECK (kind IN ('enps', 'satisfaction', 'internal', 'csat', 'exit')),
  opened_on TEXT NOT NULL,
  closed_on TEXT,
  least INTEGER NOT NULL DEFAULT 5 CHECK (least >= 5),
  indicator_id INTEGER REFERENCES indicator,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX survey_indicator ON survey (indicator_id);

CREATE TABLE survey_invite (
  survey_id INTEGER NOT NULL REFERENCES survey,
  person_id INTEGER NOT NULL REFERENCES person,
  done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (survey_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX survey_invite_person ON survey_invite (person_id);

-- No person, no time, no order: the id is drawn at random, and the edit log does not know the row.
CREATE TABLE survey_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  survey_id INTEGER NOT NULL REFERENCES survey,
  area_id INTEGER REFERENCES area,
  question INTEGER NOT NULL,
  value INTEGER,
  words TEXT
) STRICT;
CREATE INDEX survey_answer_survey ON survey_answer (survey_id, area_id);

CREATE TABLE service (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  giver_id INTEGER NOT NULL REFERENCES area,
  taker_id INTEGER NOT NULL REFERENCES area,
  what TEXT NOT NULL CHECK (length (trim (what)) > 0),
  promise TEXT,
  target REAL,
  indicator_id INTEGER REFERENCES indicator,
  from_on TEXT NOT NULL,
  to_on TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (giver_id <> taker_id)
) STRICT;
CREATE INDEX service_giver ON service (giver_id);
CREATE INDEX service_taker ON service (taker_id);
CREATE INDEX service_indicator ON service (indicator_id);

CREATE TABLE service_rating (
  service_id INTEGER NOT NULL REFERENCES service,
  period_on TEXT NOT NULL,
  score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
  words TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (service_id, period_on)
) STRICT, WITHOUT ROWID;

-- ---- stock, purchases, orders, tickets ---------------------------------------------------------

CREATE TABLE item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sku TEXT NOT NULL UNIQUE CHECK (length (trim (sku)) > 0),
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  unit TEXT NOT NULL DEFAULT 'u',
  stocked INTEGER NOT NULL DEFAULT 1 CHECK (stocked IN (0, 1)),
  reorder_at INTEGER,
  reorder_to INTEGER,
  pack INTEGER NOT NULL DEFAULT 1000 CHECK (pack > 0),
  lead_days INTEGER CHECK (lead_days >= 0),
  supplier_id INTEGER REFERENCES supplier,
  price INTEGER,
  barcode TEXT,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX item_name_key ON item (name_key, id);
CREATE INDEX item_supplier ON item (supplier_id);
CREATE INDEX item_barcode ON item (barcode) WHERE barcode IS NOT NULL;

CREATE TABLE location (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (length (trim (name)) > 0),
  kind TEXT NOT NULL CHECK (kind IN
    ('inside', 'supplier', 'customer', 'use', 'adjust', 'scrap', 'reject')),
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE closing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  closed_to TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE closing_stock (
  closing_id INTEGER NOT NULL REFERENCES closing ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES item,
  location_id INTEGER NOT NULL REFERENCES location,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (closing_id, item_id, location_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX closing_stock_item ON closing_stock (item_id);
CREATE INDEX closing_stock_location ON closing_stock (location_id);

-- The ledger: only grows. A row that reverses another bears its day, so that both fall out of
-- every running balance and average.
CREATE TABLE movement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE,
  item_id INTEGER NOT NULL REFERENCES item,
  from_id INTEGER NOT NULL REFERENCES location,
  to_id INTEGER NOT NULL REFERENCES location,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_cost INTEGER CHECK (unit_cost >= 0),
  moved_on TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN
    ('opening', 'purchase', 'order', 'count', 'plan', 'use', 'scrap', 'undo', 'move')),
  cause_id INTEGER,
  reverses_id INTEGER UNIQUE REFERENCES movement,
  note TEXT,
  CHECK (from_id <> to_id),
  CHECK ((cause = 'undo') = (reverses_id IS NOT NULL))
) STRICT;
CREATE INDEX movement_item ON movement (item_id, moved_on, id);
CREATE INDEX movement_day ON movement (moved_on, id);

-- Kept by trigger; can be made again from movement.
CREATE TABLE balance (
  item_id INTEGER NOT NULL REFERENCES item,
  location_id INTEGER NOT NULL REFERENCES location,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (item_id, location_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX balance_location ON balance (location_id);

CREATE TABLE reservation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES item,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  cause TEXT NOT NULL CHECK (cause IN ('order', 'plan')),
  cause_id INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_why TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX reservation_item ON reservation (item_id);
CREATE INDEX reservation_open ON reservation (item_id, quantity) WHERE ended_at IS NULL;

CREATE TABLE purchase (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  supplier_id INTEGER NOT NULL REFERENCES supplier,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'closed', 'cancelled')),
  made_on TEXT NOT NULL,
  sent_on TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX purchase_supplier ON purchase (supplier_id);

CREATE TABLE purchase_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  purchase_id INTEGER NOT NULL REFERENCES purchase,
  item_id INTEGER NOT NULL REFERENCES item,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_price INTEGER,
  promised_on TEXT,
  action_id INTEGER REFERENCES action,
  why TEXT NOT NULL DEFAULT 'hand' CHECK (why IN ('hand', 'reorder', 'plan', 'order')),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX purchase_line_purchase ON purchase_line (purchase_id);
CREATE INDEX purchase_line_item ON purchase_line (item_id);
CREATE INDEX purchase_line_action ON purchase_line (action_id);

CREATE TABLE receipt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  line_id INTEGER NOT NULL REFERENCES purchase_line,
  received_on TEXT NOT NULL,
  good INTEGER NOT NULL DEFAULT 0 CHECK (good >= 0),
  rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected >= 0),
  why TEXT,
  movement_id INTEGER REFERENCES movement,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX receipt_line ON receipt (line_id);
CREATE INDEX receipt_movement ON receipt (movement_id);

CREATE TABLE stock_count (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  location_id INTEGER NOT NULL REFERENCES location,
  counted_on TEXT NOT NULL,
  last_movement INTEGER NOT NULL,
  posted_at INTEGER,
  by_id INTEGER REFERENCES person,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX stock_count_location ON stock_count (location_id);
CREATE INDEX stock_count_by ON stock_count (by_id);

CREATE TABLE count_line (
  count_id INTEGER NOT NULL REFERENCES stock_count,
  item_id INTEGER NOT NULL REFERENCES item,
  expected INTEGER NOT NULL,
  counted INTEGER CHECK (counted >= 0),
  movement_id INTEGER REFERENCES movement,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (count_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX count_line_item ON count_line (item_id);
CREATE INDEX count_line_movement ON count_line (movement_id);

-- Opened and closed by trigger; what people say about one stands in stockout_lesson.
CREATE TABLE stockout (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES item,
  from_at INTEGER NOT NULL,
  to_at INTEGER,
  begun_by INTEGER NOT NULL REFERENCES movement,
  ended_by INTEGER REFERENCES movement
) STRICT;
CREATE UNIQUE INDEX stockout_open ON stockout (item_id) WHERE to_at IS NULL;
CREATE INDEX stockout_item ON stockout (item_id, from_at);
CREATE INDEX stockout_begun ON stockout (begun_by);
CREATE INDEX stockout_ended ON stockout (ended_by);

CREATE TABLE stockout_lesson (
  stockout_id INTEGER PRIMARY KEY REFERENCES stockout,
  flagged_by INTEGER REFERENCES person,
  cause TEXT,
  lesson TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX stockout_lesson_flagged ON stockout_lesson (flagged_by);

CREATE TABLE customer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  contact TEXT,
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX customer_name_key ON customer (name_key, id);

CREATE TABLE sale (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customer,
  taken_on TEXT NOT NULL,
  promised_on TEXT,
  picked_at INTEGER,
  shipped_on TEXT,
  billed_on TEXT,
  due_on TEXT,
  paid_on TEXT,
  total INTEGER,
  bill_error TEXT,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('draft', 'open', 'closed', 'cancelled')),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX sale_customer ON sale (customer_id);
CREATE INDEX sale_taken ON sale (taken_on, id);

CREATE TABLE sale_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sale_id INTEGER NOT NULL REFERENCES sale,
  item_id INTEGER NOT NULL REFERENCES item,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  shipped INTEGER NOT NULL DEFAULT 0 CHECK (shipped >= 0),
  price INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX sale_line_sale ON sale_line (sale_id);
CREATE INDEX sale_line_item ON sale_line (item_id);

CREATE TABLE ticket (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('question', 'complaint', 'return', 'internal')),
  customer_id INTEGER REFERENCES customer,
  from_area_id INTEGER REFERENCES area,
  sale_id INTEGER REFERENCES sale,
  subject TEXT NOT NULL CHECK (length (trim (subject)) > 0),
  opened_at INTEGER NOT NULL,
  answered_at INTEGER,
  closed_at INTEGER,
  due_at INTEGER,
  area_id INTEGER REFERENCES area,
  person_id INTEGER REFERENCES person,
  cause TEXT,
  cost INTEGER,
  at_risk INTEGER NOT NULL DEFAULT 0 CHECK (at_risk IN (0, 1)),
  name_key TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX ticket_customer ON ticket (customer_id);
CREATE INDEX ticket_from_area ON ticket (from_area_id);
CREATE INDEX ticket_sale ON ticket (sale_id);
CREATE INDEX ticket_area ON ticket (area_id);
CREATE INDEX ticket_person ON ticket (person_id);
CREATE INDEX ticket_opened ON ticket (opened_at, id);

CREATE TABLE ticket_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL REFERENCES ticket,
  at INTEGER NOT NULL,
  area_id INTEGER REFERENCES area,
  person_id INTEGER REFERENCES person,
  minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0),
  words TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX ticket_step_ticket ON ticket_step (ticket_id);
CREATE INDEX ticket_step_area ON ticket_step (area_id);
CREATE INDEX ticket_step_person ON ticket_step (person_id);

-- ---- the edit log ------------------------------------------------------------------------------

CREATE TABLE edit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('start', 'do', 'undo', 'redo')),
  undoes INTEGER REFERENCES edit,
  CHECK ((kind IN ('start', 'do')) = (undoes IS NULL))
) STRICT;
CREATE INDEX edit_undoes ON edit (undoes);

-- row_key: the primary key's values as SQL literals, joined by commas; old and new: those of the row.
-- Rows are never deleted, so that the greatest id only grows. (A list of three would be a table of
-- its own for every row that is written.)
CREATE TABLE edit_change (
  id INTEGER PRIMARY KEY,
  edit_id INTEGER NOT NULL REFERENCES edit,
  tbl TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op = 'I' OR op = 'U' OR op = 'D'),
  row_key TEXT NOT NULL,
  old TEXT,
  new TEXT
) STRICT;
CREATE INDEX edit_change_edit ON edit_change (edit_id);

CREATE TRIGGER edit_no_update BEFORE UPDATE ON edit
BEGIN SELECT raise (ABORT, 'the edit log is never changed'); END;
CREATE TRIGGER edit_no_delete BEFORE DELETE ON edit
BEGIN SELECT raise (ABORT, 'the edit log is never changed'); END;
CREATE TRIGGER edit_change_no_update BEFORE UPDATE ON edit_change
BEGIN SELECT raise (ABORT, 'the edit log is never changed'); END;
CREATE TRIGGER edit_change_no_delete BEFORE DELETE ON edit_change
BEGIN SELECT raise (ABORT, 'the edit log is never changed'); END;

-- ---- rules of goals and plans ------------------------------------------------------------------

CREATE TRIGGER area_cycle BEFORE UPDATE OF parent_id ON area
WHEN NEW.parent_id IS NOT NULL AND EXISTS (
  WITH RECURSIVE up (i) AS (
    SELECT NEW.parent_id UNION SELECT a.parent_id FROM area a JOIN up ON a.id = up.i)
  SELECT 1 FROM up WHERE i = NEW.id)
BEGIN SELECT raise (ABORT, 'an area cannot be part of itself'); END;

CREATE TRIGGER goal_cycle BEFORE UPDATE OF parent_id ON goal
WHEN NEW.parent_id IS NOT NULL AND EXISTS (
  WITH RECURSIVE up (i) AS (
    SELECT NEW.parent_id UNION SELECT g.parent_id FROM goal g JOIN up ON g.id = up.i)
  SELECT 1 FROM up WHERE i = NEW.id)
BEGIN SELECT raise (ABORT, 'a goal cannot climb to itself'); END;

CREATE TRIGGER deviation_close BEFORE UPDATE OF state ON deviation
WHEN NEW.state = 'closed' AND EXISTS (
  SELECT 1 FROM action WHERE deviation_id = NEW.id AND state IN ('open', 'blocked'))
BEGIN SELECT raise (ABORT, 'deviation has unfinished actions'); END;

CREATE TRIGGER action_insert_closed BEFORE INSERT ON action
WHEN NEW.state IN ('open', 'blocked')
  AND (SELECT state FROM deviation WHERE id = NEW.deviation_id) = 'closed'
BEGIN SELECT raise (ABORT, 'the deviation is closed'); END;

CREATE TRIGGER action_update_closed BEFORE UPDATE OF state, deviation_id ON action
WHEN NEW.state IN ('open', 'blocked')
  AND (OLD.state <> NEW.state OR OLD.deviation_id IS NOT NEW.deviation_id)
  AND (SELECT state FROM deviation WHERE id = NEW.deviation_id) = 'closed'
BEGIN SELECT raise (ABORT, 'the deviation is closed'); END;

CREATE TRIGGER action_cycle BEFORE INSERT ON action_after
WHEN EXISTS (
  WITH RECURSIVE up (i) AS (
    SELECT NEW.after_id
    UNION
    SELECT a.after_id FROM action_after a JOIN up ON a.action_id = up.i)
  SELECT 1 FROM up WHERE i = NEW.action_id)
BEGIN SELECT raise (ABORT, 'dependency cycle'); END;

CREATE TRIGGER action_after_no_update BEFORE UPDATE OF action_id, after_id ON action_after
BEGIN SELECT raise (ABORT, 'a dependency is removed and added, never changed'); END;

CREATE VIEW orphan_indicator AS
SELECT i.id, i.name FROM indicator i
WHERE i.retired_on IS NULL AND NOT EXISTS (
  SELECT 1 FROM target t JOIN goal g ON g.id = t.goal_id
  WHERE t.indicator_id = i.id AND g.state = 'open');

CREATE VIEW orphan_goal AS
SELECT id, title FROM goal
WHERE area_id IS NOT NULL AND parent_id IS NULL AND state = 'open';

-- ---- rules of people ---------------------------------------------------------------------------

CREATE TRIGGER skill_mark_no_update BEFORE UPDATE ON skill_mark
BEGIN SELECT raise (ABORT, 'a skill mark is never changed: reverse it'); END;
CREATE TRIGGER skill_mark_no_delete BEFORE DELETE ON skill_mark
BEGIN SELECT raise (ABORT, 'a skill mark is never deleted: reverse it'); END;

-- The edit log takes a row of an append-only table back by deleting it from this view.
CREATE VIEW skill_mark_reverse AS SELECT id FROM skill_mark;
CREATE TRIGGER skill_mark_reversed INSTEAD OF DELETE ON skill_mark_reverse
BEGIN
  INSERT INTO skill_mark (person_id, skill_id, level, marked_on, expires_on, how, session_id,
                          document, reverses_id)
  SELECT person_id, skill_id, level, marked_on, expires_on, how, session_id, document, id
  FROM skill_mark WHERE id = OLD.id;
END;

-- The marks that stand: a row and its reversal are both gone, a reversed reversal brings the first
-- row back.
CREATE VIEW skill_mark_view AS
SELECT m.* FROM skill_mark m
WHERE m.reverses_id IS NULL
  AND (WITH RECURSIVE chain (i) AS (
         SELECT m.id
         UNION ALL
         SELECT (SELECT r.id FROM skill_mark r WHERE r.reverses_id = chain.i)
         FROM chain WHERE chain.i IS NOT NULL)
       SELECT count (i) % 2 FROM chain) = 1;

-- The newest mark of a person in a skill. Whether it has expired is for the program to say.
CREATE VIEW skill_level AS
SELECT m.* FROM skill_mark_view m
WHERE m.id = (SELECT n.id FROM skill_mark_view n
              WHERE n.person_id = m.person_id AND n.skill_id = m.skill_id
              ORDER BY n.marked_on DESC, n.id DESC LIMIT 1);

-- ---- rules of stock ----------------------------------------------------------------------------

CREATE VIEW item_stock AS
SELECT i.id, i.stocked,
  CAST (coalesce ((SELECT sum (b.quantity)
                   FROM balance b JOIN location l ON l.id = b.location_id
                   WHERE b.item_id = i.id AND l.kind = 'inside'), 0) AS BIGINT) AS on_hand,
  CAST (coalesce ((SELECT sum (r.quantity) FROM reservation r
                   WHERE r.item_id = i.id AND r.ended_at IS NULL), 0) AS BIGINT) AS reserved,
  CAST (coalesce ((SELECT sum (CASE WHEN d.quantity > d.got THEN d.quantity - d.got ELSE 0 END)
                   FROM (SELECT pl.quantity,
                           coalesce ((SELECT sum (c.good + c.rejected) FROM receipt c
                                      WHERE c.line_id = pl.id), 0) AS got
                         FROM purchase_line pl JOIN purchase p ON p.id = pl.purchase_id
                         WHERE pl.item_id = i.id AND p.state = 'sent') d), 0) AS BIGINT) AS due_in
FROM item i;

CREATE TRIGGER movement_no_update BEFORE UPDATE ON movement
BEGIN SELECT raise (ABORT, 'a movement is never changed: reverse it'); END;
CREATE TRIGGER movement_no_delete BEFORE DELETE ON movement
BEGIN SELECT raise (ABORT, 'a movement is never deleted: reverse it'); END;

CREATE TRIGGER movement_closed BEFORE INSERT ON movement
WHEN NEW.moved_on <= (SELECT max (closed_to) FROM closing)
BEGIN SELECT raise (ABORT, 'the period is closed'); END;

-- What leaves a place inside must be there, on its day and on every day since. The balance before
-- a later day is the present one less all that moved from that day on.
CREATE TRIGGER movement_enough BEFORE INSERT ON movement
WHEN (SELECT kind FROM location WHERE id = NEW.from_id) = 'inside'
  AND (SELECT stocked FROM item WHERE id = NEW.item_id) = 1
  AND (coalesce ((SELECT quantity FROM balance
                  WHERE item_id = NEW.item_id AND location_id = NEW.from_id), 0) < NEW.quantity
    OR EXISTS (
      SELECT 1 FROM (
        SELECT sum (sum (CASE WHEN to_id = NEW.from_id THEN quantity ELSE -quantity END))
                 OVER (ORDER BY moved_on DESC) AS since
        FROM movement
        WHERE item_id = NEW.item_id AND moved_on > NEW.moved_on
          AND (from_id = NEW.from_id OR to_id = NEW.from_id)
        GROUP BY moved_on)
      WHERE (SELECT quantity FROM balance
             WHERE item_id = NEW.item_id AND location_id = NEW.from_id) - since < NEW.quantity))
BEGIN SELECT raise (ABORT, 'not enough stock'); END;

-- A stock-out begins when the last of an item leaves, and ends when some comes back: on the
-- movement's day, at the moment of writing if that is today. Reversing the movement that began one
-- unmakes it; reversing the one that ended it opens it again.
CREATE TRIGGER movement_balance AFTER INSERT ON movement
BEGIN
  INSERT INTO balance VALUES (NEW.item_id, NEW.from_id, -NEW.quantity)
    ON CONFLICT DO UPDATE SET quantity = quantity - NEW.quantity;
  INSERT INTO balance VALUES (NEW.item_id, NEW.to_id, NEW.quantity)
    ON CONFLICT DO UPDATE SET quantity = quantity + NEW.quantity;

  DELETE FROM stockout
  WHERE begun_by = NEW.reverses_id
    AND NOT EXISTS (SELECT 1 FROM stockout_lesson l WHERE l.stockout_id = stockout.id);

  UPDATE stockout SET to_at = NULL, ended_by = NULL
  WHERE ended_by = NEW.reverses_id
    AND (SELECT on_hand FROM item_stock WHERE id = NEW.item_id) <= 0
    AND NOT EXISTS (SELECT 1 FROM stockout o WHERE o.item_id = NEW.item_id AND o.to_at IS NULL);

  INSERT INTO stockout (item_id, from_at, begun_by)
  SELECT NEW.item_id,
    CASE WHEN NEW.moved_on = date ('now') THEN unixepoch () ELSE unixepoch (NEW.moved_on) END,
    NEW.id
  WHERE (SELECT kind FROM location WHERE id = NEW.from_id) = 'inside'
    AND (SELECT kind FROM location WHERE id = NEW.to_id) <> 'inside'
    AND (SELECT on_hand FROM item_stock WHERE id = NEW.item_id AND stocked = 1) <= 0
    AND NOT EXISTS (SELECT 1 FROM stockout o WHERE o.item_id = NEW.item_id AND o.to_at IS NULL);

  UPDATE stockout SET ended_by = NEW.id,
    to_at = CASE WHEN NEW.moved_on = date ('now') THEN unixepoch ()
                 WHEN unixepoch (NEW.moved_on) < from_at THEN from_at
                 ELSE unixepoch (NEW.moved_on) END
  WHERE item_id = NEW.item_id AND to_at IS NULL
    AND (SELECT on_hand FROM item_stock WHERE id = NEW.item_id) > 0;
END;

-- The edit log takes a row of an append-only table back by deleting it from this view.
CREATE VIEW movement_reverse AS SELECT id FROM movement;
CREATE TRIGGER movement_reversed INSTEAD OF DELETE ON movement_reverse
BEGIN
  INSERT INTO movement (item_id, from_id, to_id, quantity, unit_cost, moved_on, cause, reverses_id,
                        note)
  SELECT item_id, to_id, from_id, quantity, unit_cost, moved_on, 'undo', id, note
  FROM movement WHERE id = OLD.id;
END;

CREATE TRIGGER closing_order BEFORE INSERT ON closing
WHEN NEW.closed_to <= (SELECT max (closed_to) FROM closing)
BEGIN SELECT raise (ABORT, 'the period is closed'); END;
CREATE TRIGGER closing_no_update BEFORE UPDATE OF closed_to ON closing
BEGIN SELECT raise (ABORT, 'a closing is removed and made again, never changed'); END;

CREATE TRIGGER closing_made AFTER INSERT ON closing
BEGIN
  INSERT INTO closing_stock (closing_id, item_id, location_id, quantity)
  SELECT NEW.id, item_id, location_id, sum (quantity)
  FROM (SELECT item_id, to_id AS location_id, quantity FROM movement
        WHERE moved_on <= NEW.closed_to
        UNION ALL
        SELECT item_id, from_id, -quantity FROM movement WHERE moved_on <= NEW.closed_to)
  GROUP BY item_id, location_id;
END;

CREATE TRIGGER reservation_enough BEFORE INSERT ON reservation
WHEN NEW.ended_at IS NULL
  AND NEW.quantity > (SELECT on_hand - reserved FROM item_stock
                      WHERE id = NEW.item_id AND stocked = 1)
BEGIN SELECT raise (ABORT, 'not enough available stock'); END;

CREATE TRIGGER reservation_more BEFORE UPDATE OF quantity, item_id, ended_at ON reservation
WHEN NEW.ended_at IS NULL
  AND (OLD.ended_at IS NOT NULL OR OLD.item_id <> NEW.item_id OR OLD.quantity < NEW.quantity)
  AND NEW.quantity > (SELECT on_hand - reserved FROM item_stock
                      WHERE id = NEW.item_id AND stocked = 1)
                     + CASE WHEN OLD.ended_at IS NULL AND OLD.item_id = NEW.item_id
                            THEN OLD.quantity ELSE 0 END
BEGIN SELECT raise (ABORT, 'not enough available stock'); END;

-- ---- computed fields ---------------------------------------------------------------------------

-- path: the area behind the one that it is part of. heads: who has a post in it and has not left.
CREATE VIEW area_view AS
SELECT a.*, p.name AS parent_name,
  CASE WHEN p.id IS NULL THEN a.name ELSE p.name || ' › ' || a.name END AS path,
  (SELECT count (DISTINCT x.person_id) FROM role r
   JOIN post x ON x.role_id = r.id JOIN person h ON h.id = x.person_id
   WHERE r.area_id = a.id AND x.to_on IS NULL AND h.left_on IS NULL) AS heads
FROM area a LEFT JOIN area p ON p.id = a.parent_id;

CREATE VIEW role_view AS
SELECT f.*, CASE WHEN f.seats > f.filled THEN f.seats - f.filled ELSE 0 END AS open_seats
FROM (SELECT r.*, a.name AS area_name,
        (SELECT count (*) FROM post x JOIN person p ON p.id = x.person_id
         WHERE x.role_id = r.id AND x.to_on IS NULL AND p.left_on IS NULL) AS filled
      FROM role r JOIN area a ON a.id = r.area_id) f;

-- A person's role is the one of their newest post.
CREATE VIEW person_view AS
SELECT p.*, x.role_id AS role_id, r.name AS role_name, r.area_id AS area_id, a.name AS area_name,
  CASE WHEN p.erased_on IS NOT NULL THEN 'erased'
       WHEN p.left_on IS NOT NULL THEN 'left'
       ELSE 'here' END AS state
FROM person p
LEFT JOIN post x ON x.id = (SELECT y.id FROM post y WHERE y.person_id = p.id
                            ORDER BY y.from_on DESC, y.id DESC LIMIT 1)
LEFT JOIN role r ON r.id = x.role_id
LEFT JOIN area a ON a.id = r.area_id;

CREATE VIEW post_view AS
SELECT x.*, p.name AS person_name, r.name AS role_name, a.name AS area_name
FROM post x
JOIN person p ON p.id = x.person_id
JOIN role r ON r.id = x.role_id
JOIN area a ON a.id = r.area_id;

CREATE VIEW indicator_view AS
SELECT i.*, a.name AS area_name, o.name AS owner_name, c.name AS collector_name,
  ca.name AS customer_area_name,
  (SELECT m.period_on FROM measurement m WHERE m.indicator_id = i.id AND m.value IS NOT NULL
   ORDER BY m.period_on DESC LIMIT 1) AS last_on,
  (SELECT m.value FROM measurement m WHERE m.indicator_id = i.id AND m.value IS NOT NULL
   ORDER BY m.period_on DESC LIMIT 1) AS last_value
FROM indicator i
JOIN area a ON a.id = i.area_id
JOIN person o ON o.id = i.owner_id
LEFT JOIN person c ON c.id = i.collector_id
LEFT JOIN area ca ON ca.id = i.customer_area_id;

CREATE VIEW goal_view AS
SELECT g.*, p.title AS parent_title, a.name AS area_name, o.name AS owner_name,
  (SELECT count (*) FROM goal c WHERE c.parent_id = g.id) AS children,
  (SELECT count (*) FROM target t WHERE t.goal_id = g.id) AS targets,
  (SELECT count (*) FROM action x WHERE x.goal_id = g.id) AS actions,
  (SELECT count (*) FROM action x
   WHERE x.goal_id = g.id AND x.state IN ('open', 'blocked')) AS open_actions,
  CAST (coalesce ((SELECT sum (n.planned_money) FROM action x JOIN action_need n
                   ON n.action_id = x.id WHERE x.goal_id = g.id), 0) AS BIGINT) AS planned_money,
  CAST (coalesce ((SELECT sum (n.spent_money) FROM action x JOIN action_need n
                   ON n.action_id = x.id WHERE x.goal_id = g.id), 0) AS BIGINT) AS spent_money
FROM goal g
JOIN person o ON o.id = g.owner_id
LEFT JOIN goal p ON p.id = g.parent_id
LEFT JOIN area a ON a.id = g.area_id;

CREATE VIEW target_view AS
SELECT t.*, i.name AS indicator_name, i.unit AS unit, i.decimals AS decimals,
  g.title AS goal_title
FROM target t
JOIN indicator i ON i.id = t.indicator_id
LEFT JOIN goal g ON g.id = t.goal_id;

CREATE VIEW deviation_view AS
SELECT d.*, i.name AS indicator_name, a.name AS area_name, o.name AS owner_name,
  r.name AS reporter_name,
  (SELECT count (*) FROM action x WHERE x.deviation_id = d.id) AS actions,
  (SELECT count (*) FROM action x
   WHERE x.deviation_id = d.id AND x.state IN ('open', 'blocked')) AS open_actions
FROM deviation d
JOIN area a ON a.id = d.area_id
JOIN person o ON o.id = d.owner_id
LEFT JOIN indicator i ON i.id = d.indicator_id
LEFT JOIN person r ON r.id = d.reported_by;

CREATE VIEW experiment_view AS
SELECT e.*, o.name AS owner_name, g.title AS goal_title, d.fact AS deviation_fact,
  i.name AS indicator_name
FROM experiment e
JOIN person o ON o.id = e.owner_id
LEFT JOIN goal g ON g.id = e.goal_id
LEFT JOIN deviation d ON d.id = e.deviation_id
LEFT JOIN indicator i ON i.id = e.indicator_id;

CREATE VIEW review_view AS
SELECT r.*, a.name AS area_name, c.name AS chair_name, k.name AS keeper_name
FROM review r
LEFT JOIN area a ON a.id = r.area_id
LEFT JOIN person c ON c.id = r.chair_id
LEFT JOIN person k ON k.id = r.keeper_id;

CREATE VIEW decision_view AS
SELECT c.*, p.name AS by_name, g.title AS goal_title, i.name AS indicator_name,
  d.fact AS deviation_fact, e.believe AS experiment_believe, r.week_on AS review_week
FROM decision c
JOIN person p ON p.id = c.by_id
LEFT JOIN goal g ON g.id = c.goal_id
LEFT JOIN indicator i ON i.id = c.indicator_id
LEFT JOIN deviation d ON d.id = c.deviation_id
LEFT JOIN experiment e ON e.id = c.experiment_id
LEFT JOIN review r ON r.id = c.review_id;

-- serves: what the action hangs from, in the words of its record. An action belongs to the area of
-- its goal, else of its deviation, else of its owner's newest post.
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
  CAST (coalesce ((SELECT sum (n.spent_money) FROM action_need n
                   WHERE n.action_id = x.id), 0) AS BIGINT) AS spent_money
FROM action x
LEFT JOIN person o ON o.id = x.owner_id
LEFT JOIN goal g ON g.id = x.goal_id
LEFT JOIN deviation d ON d.id = x.deviation_id
LEFT JOIN experiment e ON e.id = x.experiment_id
LEFT JOIN decision c ON c.id = x.decision_id
LEFT JOIN area a ON a.id = coalesce (g.area_id, d.area_id,
  (SELECT r.area_id FROM post y JOIN role r ON r.id = y.role_id WHERE y.person_id = x.owner_id
   ORDER BY y.from_on DESC, y.id DESC LIMIT 1));

-- low: time to buy. due: short now, but what is on the way will do.
CREATE VIEW item_view AS
SELECT i.*, s.on_hand AS on_hand, s.reserved AS reserved, s.on_hand - s.reserved AS available,
  s.due_in AS due_in, s.on_hand + s.due_in - s.reserved AS projected, v.name AS supplier_name,
  CASE WHEN i.active = 0 THEN 'inactive'
       WHEN i.stocked = 0 THEN 'not-stocked'
       WHEN s.on_hand <= 0 THEN 'out'
       WHEN s.on_hand - s.reserved > coalesce (i.reorder_at, 0) THEN 'ok'
       WHEN s.on_hand + s.due_in - s.reserved > coalesce (i.reorder_at, 0) THEN 'due'
       ELSE 'low' END AS state
FROM item i
JOIN item_stock s ON s.id = i.id
LEFT JOIN supplier v ON v.id = i.supplier_id;

CREATE VIEW movement_view AS
SELECT m.*, i.sku AS sku, i.name AS item_name, i.unit AS unit, f.name AS from_name,
  t.name AS to_name,
  CASE WHEN f.kind <> 'inside' AND t.kind = 'inside' THEN 'in'
       WHEN f.kind = 'inside' AND t.kind <> 'inside' THEN 'out'
       ELSE 'move' END AS way,
  CASE WHEN EXISTS (SELECT 1 FROM movement r WHERE r.reverses_id = m.id) THEN 1 ELSE 0 END
    AS reversed
FROM movement m
JOIN item i ON i.id = m.item_id
JOIN location f ON f.id = m.from_id
JOIN location t ON t.id = m.to_id;

CREATE VIEW stockout_view AS
SELECT s.*, i.sku AS sku, i.name AS item_name, l.flagged_by AS flagged_by, l.cause AS cause,
  l.lesson AS lesson
FROM stockout s
JOIN item i ON i.id = s.item_id
LEFT JOIN stockout_lesson l ON l.stockout_id = s.id;
